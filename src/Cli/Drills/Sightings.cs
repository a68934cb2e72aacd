namespace Benevoclic.Cli.Drills;

/// <summary>What was looked at in one moment of a drill.</summary>
/// <param name="Prometheus">pending, firing or empty, for the alert of the drill; null when nobody answered.</param>
/// <param name="IsAtAlertmanager">Null when nobody answered.</param>
sealed record Look(string? Prometheus, bool? IsAtAlertmanager);

/// <summary>
/// Turns looks and the relay's own words into stages, each noted once, when it was first seen. Before the fault is mended only its
/// beginning is looked for, and after that only its end.
/// </summary>
sealed class Sightings(DrillPlan plan)
{
    readonly Dictionary<Stage, TimeSpan> _seen = [];
    readonly Lock _gate = new();

    /// <summary>Where people read of it. Without a webhook nothing leaves the machine, and it is the relay's own page.</summary>
    public string Channel { get; private set; } = "Discord";

    /// <summary>When it was mended; null before.</summary>
    public TimeSpan? Mended { get; private set; }

    public TimeSpan? Of(Stage stage)
    {
        lock (_gate)
        {
            return _seen.TryGetValue(stage, out var at) ? at : null;
        }
    }

    /// <summary>The first stage of these that nobody has seen yet; null when all are.</summary>
    public Stage? Missing(IReadOnlyList<Stage> stages)
    {
        lock (_gate)
        {
            return stages.Where(stage => !_seen.ContainsKey(stage)).Select(stage => (Stage?)stage).FirstOrDefault();
        }
    }

    public void Mend(TimeSpan at) => Mended = at;

    /// <param name="look">What was found.</param>
    /// <param name="at">Since the fault was made.</param>
    public void Take(Look look, TimeSpan at)
    {
        if (Mended is null)
        {
            Note(Stage.Pending, at, look.Prometheus is "pending" or "firing");
            Note(Stage.Firing, at, look.Prometheus == "firing");
            Note(Stage.AtAlertmanager, at, look.IsAtAlertmanager == true);
        }
        else
        {
            Note(Stage.Quiet, at, look.Prometheus is "" or "pending");
            Note(Stage.Resolved, at, look.IsAtAlertmanager == false);
        }
    }

    /// <param name="kind">alert: something came in; discord: something went out, or could not.</param>
    /// <param name="line">The relay's words.</param>
    /// <param name="at">Since the fault was made.</param>
    public void Hear(string kind, string line, TimeSpan at)
    {
        if (kind == "alert")
        {
            HearArrival(Mended is null && line.StartsWith($"{plan.Alert} firing", StringComparison.Ordinal), at);
            return;
        }
        var (isOurs, isSent) = (IsOurs(line), IsSent(line));
        Note(Stage.Refused, at, Mended is null && !isSent && Of(Stage.AtRelay) is not null);
        if (isOurs && isSent)
        {
            Channel = line.Contains(" on the page only: ", StringComparison.Ordinal) ? "the relay's page" : "Discord";
            HearDelivery(line.EndsWith($": {plan.Ended}", StringComparison.Ordinal), at);
        }
    }

    /// <summary>What the relay has came through Prometheus and Alertmanager, also when nobody looked there in time.</summary>
    void HearArrival(bool isOurs, TimeSpan at)
    {
        foreach (var stage in plan.Detecting.TakeWhile(stage => stage != Stage.AtRelay).Append(Stage.AtRelay))
        {
            Note(stage, at, isOurs);
        }
    }

    /// <summary>
    /// The first message tells the fault, whenever Discord takes it; one after the repair, by the name of the end, tells the end. A card
    /// whose cause was found is edited too, also in the moment of the repair.
    /// </summary>
    void HearDelivery(bool namesEnd, TimeSpan at)
    {
        var isFirst = Of(Stage.OnDiscord) is null;
        Note(Stage.OnDiscord, at, isFirst);
        Note(Stage.Told, at, !isFirst && namesEnd && Mended is not null);
    }

    bool IsOurs(string line) =>
        line.EndsWith($": {plan.Alert}", StringComparison.Ordinal)
        || line.EndsWith($": {plan.Ended}", StringComparison.Ordinal);

    static bool IsSent(string line) =>
        line.StartsWith("posted", StringComparison.Ordinal) || line.StartsWith("edited", StringComparison.Ordinal);

    void Note(Stage stage, TimeSpan at, bool isTrue)
    {
        lock (_gate)
        {
            if (isTrue)
            {
                _seen.TryAdd(stage, at);
            }
        }
    }
}
