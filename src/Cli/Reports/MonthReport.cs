namespace Benevoclic.Cli.Reports;

/// <summary>
/// What a month was like, from the relay's journal and not from averages over <c>up</c>: those are blind while Prometheus is down.
/// </summary>
/// <param name="Availability">Share of the month in which the API was not down, 0 to 1; what nobody could see counts as neither. Null when nobody saw any of it.</param>
/// <param name="Down">Seconds in which it was, each outage from the last good measurement on.</param>
/// <param name="Planned">Seconds of those that were within a deploy and its limit.</param>
/// <param name="Unknown">Seconds in which nobody could see it; those before there was a journal are among them.</param>
/// <param name="Alerts">By name, the most time first.</param>
/// <param name="Advice">What the numbers suggest to do.</param>
sealed record MonthReport(
    string Month,
    double? Availability,
    double Down,
    double Planned,
    double Unknown,
    IReadOnlyList<AlertMonth> Alerts,
    IReadOnlyList<string> Advice
)
{
    const string Outage = "ServerDown";

    /// <summary>An alert that ends by itself sooner than anybody could have come.</summary>
    static readonly TimeSpan Fleeting = TimeSpan.FromMinutes(5);
    const int TooOften = 5;

    /// <param name="month">Which.</param>
    /// <param name="now">Of a month that still runs only what is past counts.</param>
    /// <param name="journal">Knows when nobody watched: what lasted then is not known to have.</param>
    /// <param name="incidents">Those that lasted at any moment of it.</param>
    public static MonthReport Of(
        Month month,
        DateTimeOffset now,
        RecordedJournal journal,
        IReadOnlyList<RecordedIncident> incidents
    )
    {
        var end = now < month.To ? now : month.To;
        var blind = journal.Blind.Select(stretch => stretch.Within(month.From, end)).ToList();
        var outages = incidents.Where(incident => incident.Name == Outage).ToList();
        var down = Seen(outages.Where(incident => !incident.IsUnknown));
        var unknown =
            blind.Sum(stretch => stretch.Length.TotalSeconds) + Seen(outages.Where(incident => incident.IsUnknown));
        var seen = (end - month.From).TotalSeconds - unknown;
        return new MonthReport(
            month.Name,
            seen > 0 ? 1 - down / seen : null,
            down,
            Seen(outages.Where(incident => incident.IsExpected)),
            unknown,
            [
                .. incidents
                    .GroupBy(incident => incident.Name)
                    .Select(group => AlertMonth.Of([.. group], month.From, end))
                    .OrderByDescending(alert => alert.Total),
            ],
            [.. incidents.GroupBy(incident => incident.Name).Select(group => Advise([.. group])).OfType<string>()]
        );

        double Seen(IEnumerable<RecordedIncident> some) =>
            some.Sum(incident =>
                incident.Within(month.From, end).TotalSeconds
                - blind.Sum(stretch => incident.Within(stretch.From, stretch.Until).TotalSeconds)
            );
    }

    static string? Advise(IReadOnlyList<RecordedIncident> incidents)
    {
        var fleeting = incidents.Count(one => one.Lasted < Fleeting && !one.IsExpected);
        var flaps = incidents.Sum(one => one.Relapses);
        var name = incidents[0].Name;
        return incidents[0].Severity != "critical" && fleeting >= TooOften
                ? $"{name} ended by itself within {Fleeting.TotalMinutes:0} minutes {fleeting} times: a longer `for:`, another threshold, or no such rule"
            : flaps >= TooOften
                ? $"{name} came back {flaps} times within minutes: a longer `keep_firing_for:` makes it one message"
            : null;
    }
}

/// <summary>One alert in a month.</summary>
/// <param name="Total">Seconds in all.</param>
/// <param name="MeanToRepair">Seconds from beginning to end, of those that ended; null when none did.</param>
/// <param name="WorstDetection">Seconds from the last good measurement until the relay heard of it; null when it is not known.</param>
/// <param name="WorstDelivery">Seconds from the relay to Discord.</param>
/// <param name="Caught">How many Alertmanager had not told, and the relay found by itself.</param>
sealed record AlertMonth(
    string Name,
    int Count,
    double Total,
    double? MeanToRepair,
    double? WorstDetection,
    double? WorstDelivery,
    int Relapses,
    int Caught
)
{
    public static AlertMonth Of(IReadOnlyList<RecordedIncident> incidents, DateTimeOffset from, DateTimeOffset to) =>
        new(
            incidents[0].Name,
            incidents.Count,
            incidents.Sum(one => one.Within(from, to).TotalSeconds),
            incidents.Average(one => one.Lasted?.TotalSeconds),
            incidents.Max(one => (one.HeardAt - one.LastGood)?.TotalSeconds),
            incidents.Max(one => (one.ShownAt - one.HeardAt)?.TotalSeconds),
            incidents.Sum(one => one.Relapses),
            incidents.Count(one => one.IsCaughtUp)
        );
}
