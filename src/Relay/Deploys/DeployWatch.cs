using Benevoclic.Relay.Incidents;
using Benevoclic.Relay.Journaling;

namespace Benevoclic.Relay.Deploys;

/// <summary>Looks once a second whether an outage within a deploy lasts longer than the deploy may take.</summary>
sealed partial class DeployWatch(
    Journal journal,
    IncidentBook incidents,
    DeployLog deploys,
    TimeProvider time,
    ILogger<DeployWatch> logger
) : BackgroundService
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Whoever deployed undoes within that time, and says so; after that, nobody is there any more.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    readonly Log _log = new(logger);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var clock = new PeriodicTimer(Interval, time);
        while (await clock.WaitForNextTickAsync(stoppingToken))
            try
            {
                await LookAsync();
            }
            catch (JournalException full)
            {
                _log.NotKept(full.Message);
            }
    }

    async Task LookAsync()
    {
        var at = time.GetUtcNow();
        foreach (
            var incident in journal
                .Read(IncidentTable.WithinDeploys)
                .Where(one => Transition.Overdue(one, at) is not null)
        )
            await incidents.ChangeAsync(incident.Id, known => Transition.Overdue(known, at), at);
        foreach (var deploy in journal.Read(DeployTable.Running).Where(one => at > one.Deadline + Patience))
            await deploys.LoseAsync(deploy);
    }

    sealed partial class Log(ILogger logger)
    {
        [LoggerMessage(LogLevel.Error, "That a deploy takes too long cannot be kept: {Problem}")]
        public partial void NotKept(string problem);
    }
}
