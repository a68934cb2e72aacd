using Benevoclic.Relay.Delivery;
using Benevoclic.Relay.Discord;

namespace Benevoclic.Relay.Texts;

/// <summary>Why something is not on Discord.</summary>
sealed record TroubleWords
{
    /// <summary>{reply}: what came back; {wait}: seconds.</summary>
    public required IReadOnlyDictionary<Sequel, string> Sequels { get; init; }

    public required IReadOnlyDictionary<Failure, string> Failures { get; init; }

    /// <summary>{status}.</summary>
    public required string Answered { get; init; }

    /// <summary>{status}, {said}: Discord's own words.</summary>
    public required string Said { get; init; }

    /// <summary>Added where it is known: {reply}.</summary>
    public required string LastTry { get; init; }
}
