using Benevoclic.Relay.Incidents;
using Benevoclic.Relay.Journaling;

namespace Benevoclic.Relay.Alerts;

/// <summary>Reads what came in, in order, and gives each alert to the incidents.</summary>
sealed partial class AlertReader(
    Inbox inbox,
    Journal journal,
    IncidentBook incidents,
    TimeProvider time,
    ILogger<AlertReader> logger
) : BackgroundService
{
    /// <summary>Alerts per transaction: while it runs, the next webhook call waits.</summary>
    const int AtOnce = 32;

    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    readonly Log _log = new(logger);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // First, because an earlier life of the relay may have left some.
        do await ReadAllAsync(stoppingToken);
        while (await inbox.SomethingCameAsync(stoppingToken));
    }

    async Task ReadAllAsync(CancellationToken ct)
    {
        while (journal.Read(Gather) is { Last: > 0 } found)
        {
            foreach (var part in found.Alerts.Chunk(AtOnce))
                await TakeAsync(sql => incidents.Take(sql, part), ct);
            await TakeAsync(sql => Inbox.MarkRead(sql, found.Last), ct);
        }
    }

    /// <summary>
    /// Until it is kept. Should the relay be killed between two parts, all of them are taken again, and a repeat changes nothing.
    /// </summary>
    async Task TakeAsync(Action<Sql> change, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                await journal.WriteAsync(change);
                return;
            }
            catch (JournalException full)
            {
                _log.NotKept(full.Message);
                await Task.Delay(Pause, time, ct);
            }
            catch (Exception bug)
            {
                _log.Failed(bug); // One alert that we cannot handle must not stop the next.
                return;
            }
        }
    }

    /// <returns>About as many alerts as fit into one transaction, and the number of the last body that they are from; 0 when there is none.</returns>
    (IReadOnlyList<Arrival> Alerts, long Last) Gather(Sql sql)
    {
        var alerts = new List<Arrival>();
        var last = 0L;
        foreach (var body in Inbox.Unread(sql).Take(AtOnce).TakeWhile(_ => alerts.Count < AtOnce))
        {
            alerts.AddRange(Read(body));
            last = body.Id;
        }
        return (alerts, last);
    }

    IEnumerable<Arrival> Read(ReceivedBody body)
    {
        var webhook = Webhook.Read(body);
        if (webhook.Truncated > 0)
            _log.Truncated(webhook.Truncated);
        return webhook
            .Alerts.Select(alert => new Arrival(alert, null, body.At))
            .Concat(webhook.Unreadable.Select(text => new Arrival(null, text, body.At)));
    }

    sealed partial class Log(ILogger logger)
    {
        [LoggerMessage(
            LogLevel.Error,
            "A webhook call was accepted but could not be handled; this is a bug of the relay"
        )]
        public partial void Failed(Exception bug);

        [LoggerMessage(LogLevel.Error, "A webhook call waits to be handled: {Problem}")]
        public partial void NotKept(string problem);

        [LoggerMessage(
            LogLevel.Warning,
            "Alertmanager left {Count} alerts out of its webhook call: remove max_alerts from its configuration"
        )]
        public partial void Truncated(long count);
    }
}
