using Benevoclic.Relay.Alerts;
using Benevoclic.Relay.Causes;
using Benevoclic.Relay.Deploys;

namespace Benevoclic.Relay.Incidents;

/// <summary>What an event makes of an incident.</summary>
/// <param name="What">For the timeline.</param>
/// <param name="Tell">What there is to tell, in order.</param>
sealed record Outcome(Incident Next, string What, params IReadOnlyList<Telling> Tell);

/// <summary>
/// The life of an incident, as pure functions from what it was and what happened to what it is and what there is to tell. Null: nothing
/// changes, and nothing is told.
/// </summary>
static class Transition
{
    /// <summary>
    /// Alertmanager repeats what it believes to be firing every 5 minutes, and its retries may bring an old "firing" after the end. So one
    /// that began before the end is not believed at once; the comparison with Prometheus decides within 30 s, and time in the end.
    /// </summary>
    static readonly TimeSpan Stale = TimeSpan.FromMinutes(6);

    /// <summary>What comes back within that time is the same trouble, and the same card.</summary>
    static readonly TimeSpan Flapping = TimeSpan.FromMinutes(5);

    /// <summary>From the third relapse on, it has to be calm for so long before anybody hears of an end again.</summary>
    static readonly TimeSpan Calm = TimeSpan.FromMinutes(2);
    const int Unstable = 3;

    /// <summary>A target needs a scrape or two to be seen again; longer than that is a doubt worth showing.</summary>
    static readonly TimeSpan Benefit = TimeSpan.FromSeconds(10);

    /// <param name="last">The latest incident of this fingerprint.</param>
    /// <param name="deploy">One that runs, or has just ended.</param>
    /// <param name="isConfirmed">Prometheus fires it now, whatever Alertmanager says.</param>
    public static Outcome? Fires(
        Incident? last,
        Alert alert,
        DateTimeOffset at,
        Deploy? deploy = null,
        bool isConfirmed = false
    ) =>
        last switch
        {
            null => Opens(alert, at, deploy),
            { Phase: Phase.Open } => Refreshes(last, alert),
            { Phase: Phase.Recovering or Phase.Unknown } => Resumes(last, alert),
            _ when !isConfirmed && IsStale(last, alert, at) => null,
            _ when IsRelapse(last, at) => Relapses(last, alert),
            _ => Opens(alert, at, deploy),
        };

    /// <param name="end">As Alertmanager gave it; null when it is merely gone from its list.</param>
    public static Outcome? SaidOver(Incident? last, DateTimeOffset? end, DateTimeOffset at) =>
        last is { Phase: Phase.Open }
            ? new Outcome(
                last with
                {
                    Phase = Phase.Recovering,
                    SaidOverAt = at,
                    GivenEnd = end > last.StartsAt && end <= at ? end : null,
                },
                end is null ? "gone" : "resolved"
            )
            : null;

    public static Outcome? Seen(Incident incident, Sighting proof, DateTimeOffset at)
    {
        if (incident.Phase is not (Phase.Recovering or Phase.Unknown))
            return null;
        if (incident.Relapses >= Unstable && at - incident.SaidOverAt < Calm)
            return null;
        var closed = incident with
        {
            Phase = Phase.Closed,
            Doubt = Doubt.None,
            Proof = proof,
            ClosedAt = at,
            EndsAt = EndOf(incident, at),
        };
        return new Outcome(closed, "closed", incident.IsExpected ? [Telling.Update] : [Telling.Update, Telling.Ended]);
    }

    public static Outcome? NotSeen(Incident incident, Doubt doubt, DateTimeOffset at) =>
        incident.Phase switch
        {
            Phase.Recovering when at - incident.SaidOverAt >= Benefit => Doubts(incident, doubt),
            Phase.Unknown when incident.Doubt != doubt => Doubts(incident, doubt),
            _ => null,
        };

    /// <param name="silence">Null: nobody mutes it any more.</param>
    public static Outcome? Muted(Incident incident, Silence? silence) =>
        incident.IsClosed || incident.Silence == silence
            ? null
            : new Outcome(incident with { Silence = silence }, silence is null ? "audible" : "muted", Telling.Update);

    public static Outcome? Explained(Incident incident, ProbableCause? cause, DateTimeOffset? lastGood) =>
        cause is null && lastGood is null
            ? null
            : new Outcome(incident with { Cause = cause, LastGood = lastGood }, "explained", Telling.Update);

    public static Outcome? Overdue(Incident incident, DateTimeOffset at) =>
        incident is { IsClosed: false, IsExpected: true, Deploy: { } deploy } && at >= deploy.Deadline
            ? new Outcome(
                incident with
                {
                    Deploy = deploy with { IsOverdue = true },
                },
                "overdue",
                Telling.Update,
                Telling.Overdue
            )
            : null;

    /// <summary>Over before anybody could be told; nobody has to look for its end.</summary>
    public static Outcome Missed(Alert alert, DateTimeOffset end, DateTimeOffset at) =>
        new(
            new Incident
            {
                Alert = alert,
                HeardAt = at,
                Phase = Phase.Closed,
                EndsAt = end,
                ClosedAt = at,
                IsCaughtUp = true,
            },
            "missed",
            Telling.Card
        );

    static Outcome Opens(Alert alert, DateTimeOffset at, Deploy? deploy) =>
        new(
            new Incident
            {
                Alert = alert,
                HeardAt = at,
                Deploy = deploy?.MarkFor(alert, at),
            },
            "opened",
            Telling.Card
        );

    /// <summary>What the rule measured has changed: the next edit will show it, and is not worth one of its own.</summary>
    static Outcome? Refreshes(Incident incident, Alert alert) =>
        SameTexts(incident.Alert.Annotations, alert.Annotations)
            ? null
            : new Outcome(incident with { Alert = alert with { StartsAt = incident.StartsAt } }, "");

    static Outcome Resumes(Incident incident, Alert alert) =>
        new(
            incident with
            {
                Alert = alert with { StartsAt = incident.StartsAt },
                Phase = Phase.Open,
                Doubt = Doubt.None,
                SaidOverAt = null,
                GivenEnd = null,
            },
            "resumed",
            // Nobody was told anything while the relay was still looking.
            incident.Phase == Phase.Unknown
                ? [Telling.Update]
                : []
        );

    static Outcome Relapses(Incident incident, Alert alert)
    {
        var back = incident with
        {
            Alert = alert with { StartsAt = incident.StartsAt },
            Phase = Phase.Open,
            Relapses = incident.Relapses + 1,
            SaidOverAt = null,
            GivenEnd = null,
            EndsAt = null,
            ClosedAt = null,
            Proof = null,
        };
        return new Outcome(back, "relapsed", Telling.Update, Telling.Relapse);
    }

    static Outcome Doubts(Incident incident, Doubt doubt) =>
        new(incident with { Phase = Phase.Unknown, Doubt = doubt }, "doubted", Telling.Update);

    static bool IsStale(Incident closed, Alert alert, DateTimeOffset at) =>
        alert.StartsAt <= closed.EndsAt && at - closed.ClosedAt < Stale;

    static bool IsRelapse(Incident closed, DateTimeOffset at) => !closed.IsGathered && at - closed.ClosedAt < Flapping;

    /// <summary>
    /// The given end is not the true one when Prometheus was away meanwhile, nor for a state that the relay goes to look at itself.
    /// </summary>
    static DateTimeOffset EndOf(Incident incident, DateTimeOffset at) =>
        incident.Phase == Phase.Recovering
        && AlertType.EndingOf(incident.Alert.Name) == Ending.Given
        && incident.GivenEnd is { } given
            ? given
            : at;

    static bool SameTexts(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        one.Count == other.Count && one.All(pair => other.GetValueOrDefault(pair.Key) == pair.Value);
}
