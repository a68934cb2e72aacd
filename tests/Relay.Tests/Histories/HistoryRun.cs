using Benevoclic.Relay.Alerts;
using Benevoclic.Relay.Incidents;
using Benevoclic.Relay.Tests.Harness;

namespace Benevoclic.Relay.Tests.Histories;

/// <summary>One history, happening to the relay and to the model.</summary>
sealed class HistoryRun : IAsyncDisposable
{
    readonly Dictionary<string, Life> _lives = Happening.Names.ToDictionary(
        name => name,
        name => new Life(hasGivenEnd: name != "ServerDown")
    );

    readonly Dictionary<string, DateTimeOffset> _starts = [];
    Alert? _last;

    public Core Core { get; } = new();

    public Task TakeAsync(Happening happening)
    {
        // Nothing happens at the same moment as something else.
        Core.Pass(TimeSpan.FromSeconds(1));
        return happening switch
        {
            Happening.Fires(var who, var isOld) => FireAsync(who, isOld),
            Happening.Ends(var who) => EndAsync(who),
            Happening.IsSeen(var who) => SeeAsync(who),
            Happening.IsNotSeen(var who) => SeeNothingAsync(who),
            Happening.Repeats => _last is { } again ? TakeAsync(again) : Task.CompletedTask,
            Happening.Passes(var seconds) => PassAsync(seconds),
            Happening.Delivers => DrainAsync(),
            Happening.Fails => Core.FailAsync(),
            Happening.Dies(var isStored) => Core.DieAsync(isStored),
            _ => Core.RestartAsync(),
        };
    }

    /// <summary>Until nothing waits any more.</summary>
    public async Task DrainAsync()
    {
        while (await Core.DeliverAsync()) { }
    }

    public void IncidentsAreThoseOfTheModel() =>
        Assert.Equal(
            _lives
                .Where(life => life.Value.Count > 0)
                .Select(life => (life.Key, life.Value.Count, life.Value.Phase))
                .Order(),
            Core.Incidents.GroupBy(incident => incident.Alert.Name)
                .Select(all => (all.Key, all.Count(), all.Last().Phase))
                .Order()
        );

    public ValueTask DisposeAsync() => Core.DisposeAsync();

    Task FireAsync(string who, bool isOld)
    {
        if (!isOld || !_starts.ContainsKey(who))
            _starts[who] = Core.Now;
        return TakeAsync(new AnAlert(who) { Severity = Severity(who), StartsAt = $"{_starts[who]:O}" }.Parsed);
    }

    Task EndAsync(string who)
    {
        var start = _starts.GetValueOrDefault(who, Core.Now);
        var alert = new AnAlert(who) { StartsAt = $"{start:O}", EndsAt = $"{Core.Now:O}" };
        return TakeAsync(alert.Resolved.Parsed);
    }

    async Task TakeAsync(Alert alert)
    {
        _last = alert;
        var life = _lives[alert.Name];
        if (alert.Status == AlertStatus.Firing)
            life.Fires(alert.StartsAt, Core.Now, Core.LatestOf(alert.Name) is { IsGathered: true });
        else
            life.Ends(Core.Now);
        await Core.TakeAsync(alert);
    }

    Task SeeAsync(string who)
    {
        _lives[who].IsSeen(Core.Now);
        return Core.ChangeAsync(who, known => Transition.Seen(known, new Sighting(Doubt.None), Core.Now));
    }

    Task SeeNothingAsync(string who)
    {
        _lives[who].IsNotSeen(Core.Now);
        return Core.ChangeAsync(who, known => Transition.NotSeen(known, Doubt.TargetGone, Core.Now));
    }

    Task PassAsync(int seconds)
    {
        Core.Pass(TimeSpan.FromSeconds(seconds));
        return Task.CompletedTask;
    }

    static string Severity(string who) => who == "ServerDown" ? "critical" : "warning";
}
