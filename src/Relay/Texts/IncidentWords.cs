using Benevoclic.Relay.Causes;
using Benevoclic.Relay.Deploys;
using Benevoclic.Relay.Incidents;

namespace Benevoclic.Relay.Texts;

/// <summary>What the relay itself has to say about incidents, whatever their type.</summary>
sealed record IncidentWords
{
    /// <summary>Headline and text of a card whose end cannot be seen; {doubt}.</summary>
    public required Wording Unknown { get; init; }

    /// <summary>Why.</summary>
    public required IReadOnlyDictionary<Doubt, string> Doubts { get; init; }

    /// <summary>{detail}: what was measured.</summary>
    public required IReadOnlyDictionary<CauseKind, string> Causes { get; init; }

    public required IReadOnlyDictionary<Confidence, string> Confidences { get; init; }

    /// <summary>Over before anybody could be told.</summary>
    public required Wording Whole { get; init; }

    /// <summary>{count}.</summary>
    public required Wording Digest { get; init; }

    /// <summary>{count}; Over when all have ended.</summary>
    public required Wording Storm { get; init; }

    /// <summary>{left}, {count}: how many of a storm last.</summary>
    public required string StormLeft { get; init; }

    public required Wording Relapse { get; init; }
    public required Wording Overdue { get; init; }

    /// <summary>An outage within a deploy: {service}, {release}, {limit}; Over with {duration}.</summary>
    public required Wording Deploying { get; init; }

    public required Wording LostBeginning { get; init; }

    /// <summary>{count} messages that only the second webhook got.</summary>
    public required Wording Elsewhere { get; init; }

    public required string Cause { get; init; }
    public required string CheckCause { get; init; }

    /// <summary>{name}, {until}, {comment}.</summary>
    public required string Muted { get; init; }

    public required string MutedField { get; init; }

    /// <summary>{count}.</summary>
    public required string Relapses { get; init; }

    public required string RelapsesField { get; init; }
    public required string DeployField { get; init; }

    /// <summary>{release}, {service}, {ago}, {command}.</summary>
    public required string AfterDeploy { get; init; }

    /// <summary>The receipt in the footer: {at} the beginning, {detected}, {shown} seconds after it.</summary>
    public required string Began { get; init; }

    public required string Detected { get; init; }
    public required string Shown { get; init; }

    /// <summary>In the footer of what was sent a second time after a lost answer.</summary>
    public required string MayRepeat { get; init; }

    /// <summary>{duration}, {problem}.</summary>
    public required string Late { get; init; }

    public required string AndMore { get; init; }

    /// <summary>Headlines by end; the text is the list of services.</summary>
    public required IReadOnlyDictionary<DeployEnd, string> DeployEnds { get; init; }

    public required string RolledBack { get; init; }

    /// <summary>{service}, {release}, {previous}.</summary>
    public required string DeployedFrom { get; init; }

    public required string DeployedFirst { get; init; }

    /// <summary>{name}.</summary>
    public required string DeployedBy { get; init; }

    public required string DeployStuck { get; init; }
}
