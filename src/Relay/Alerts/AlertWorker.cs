using Benevoclic.Relay.Incidents;

namespace Benevoclic.Relay.Alerts;

/// <summary>Reads what came in, one body after the other, and gives each alert to the incidents.</summary>
sealed partial class AlertWorker(Inbox inbox, IncidentBook incidents, ILogger<AlertWorker> logger) : BackgroundService
{
    readonly Log _log = new(logger);

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What was answered with 200 is ours: no new bodies, but those already here are still read.
        stoppingToken.Register(inbox.Close);
        return ReadAllAsync();
    }

    async Task ReadAllAsync()
    {
        await foreach (var body in inbox.ReadAllAsync())
        {
            try
            {
                Read(body);
            }
            catch (Exception bug)
            {
                _log.Failed(bug); // One alert that we cannot handle must not stop the next.
            }
        }
    }

    void Read(ReceivedBody body)
    {
        var webhook = Webhook.Read(body);
        if (webhook.Truncated > 0)
            _log.Truncated(webhook.Truncated);
        foreach (var alert in webhook.Alerts)
            incidents.Take(alert, body.At);
        foreach (var text in webhook.Unreadable)
            incidents.TakeUnreadable(text, body.At);
    }

    sealed partial class Log(ILogger logger)
    {
        [LoggerMessage(
            LogLevel.Error,
            "A webhook call was accepted but could not be handled; this is a bug of the relay"
        )]
        public partial void Failed(Exception bug);

        [LoggerMessage(
            LogLevel.Warning,
            "Alertmanager left {Count} alerts out of its webhook call: remove max_alerts from its configuration"
        )]
        public partial void Truncated(long count);
    }
}
