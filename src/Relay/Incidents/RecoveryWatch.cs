namespace Benevoclic.Relay.Incidents;

/// <summary>Looks every second at what is said to be over, until it is, or fires again.</summary>
sealed partial class RecoveryWatch(
    IncidentBook incidents,
    RecoveryCheck check,
    TimeProvider time,
    ILogger<RecoveryWatch> logger
) : BackgroundService
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    readonly Log _log = new(logger);
    readonly Dictionary<string, string> _obstacles = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await incidents.SomethingToVerifyAsync(stoppingToken);
            await LookUntilAllAreOverAsync(stoppingToken);
        }
    }

    async Task LookUntilAllAreOverAsync(CancellationToken ct)
    {
        while (incidents.Recovering() is { Count: > 0 } recovering)
        {
            await LookAtAllAsync(recovering, ct);
            if (incidents.Recovering().Count > 0)
                await Task.Delay(Interval, time, ct);
        }
        _obstacles.Clear();
    }

    async Task LookAtAllAsync(IReadOnlyList<Incident> recovering, CancellationToken ct)
    {
        var sightings = await Task.WhenAll(recovering.Select(incident => check.LookAsync(incident.Alert, ct)));
        foreach (var (incident, sighting) in recovering.Zip(sightings))
            if (sighting.IsRecovery)
                incidents.Confirm(incident, sighting, time.GetUtcNow());
            else
                Note(incident, sighting.Obstacle!);
    }

    /// <summary>Once per reason: a line every second hides the log.</summary>
    void Note(Incident incident, string obstacle)
    {
        if (_obstacles.GetValueOrDefault(incident.Alert.Fingerprint) == obstacle)
            return;
        _obstacles[incident.Alert.Fingerprint] = obstacle;
        _log.NotYet(incident.Alert.Name, obstacle);
    }

    sealed partial class Log(ILogger logger)
    {
        [LoggerMessage(LogLevel.Information, "{Alert} is said to be over, but not yet seen: {Obstacle}")]
        public partial void NotYet(string alert, string obstacle);
    }
}
