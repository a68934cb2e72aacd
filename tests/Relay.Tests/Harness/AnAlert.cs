using System.Text;
using System.Text.Json;
using Benevoclic.Relay.Alerts;

namespace Benevoclic.Relay.Tests.Harness;

/// <summary>An alert as Alertmanager would send it.</summary>
sealed record AnAlert(string Name)
{
    public string Status { get; init; } = "firing";
    public string Severity { get; init; } = "critical";
    public string Job { get; init; } = "benevoclic-api";
    public string StartsAt { get; init; } = "2026-11-22T02:00:00.123456789Z";
    public string EndsAt { get; init; } = "2026-11-22T02:03:00Z";
    public Dictionary<string, string> Labels { get; init; } = [];
    public Dictionary<string, string> Annotations { get; init; } = [];

    public AnAlert Resolved => this with { Status = "resolved" };

    public string Json =>
        JsonSerializer.Serialize(
            new
            {
                version = "4",
                groupKey = "{}:{}",
                truncatedAlerts = 0,
                status = Status,
                receiver = "relay",
                notification_reason = "a field from the future",
                externalURL = "http://alertmanager:9093",
                alerts = new[] { Entry },
            }
        );

    public Alert Parsed => Assert.Single(Webhook.Read(Body(Json)).Alerts);

    object Entry =>
        new
        {
            status = Status,
            labels = new Dictionary<string, string>(Labels)
            {
                ["alertname"] = Name,
                ["severity"] = Severity,
                ["job"] = Job,
            },
            annotations = Annotations,
            startsAt = StartsAt,
            endsAt = Status == "firing" ? "0001-01-01T00:00:00Z" : EndsAt,
            generatorURL = "http://prometheus:9090/graph",
            fingerprint = $"finger-{Name}-{Job}",
        };

    /// <summary>Alertmanager's list with this one alone in it.</summary>
    /// <param name="silences">The numbers of those that mute it.</param>
    public string Listed(params IReadOnlyList<string> silences) =>
        JsonSerializer.Serialize(
            new[]
            {
                new
                {
                    labels = Parsed.Labels,
                    annotations = Annotations,
                    startsAt = StartsAt,
                    endsAt = "2026-11-22T09:00:00Z",
                    fingerprint = Parsed.Fingerprint,
                    status = new
                    {
                        state = silences.Count > 0 ? "suppressed" : "active",
                        silencedBy = silences,
                        inhibitedBy = Array.Empty<string>(),
                    },
                },
            }
        );

    public static ReceivedBody Body(string text) =>
        new(Encoding.UTF8.GetBytes(text), false, DateTimeOffset.Parse("2026-11-22T03:00:00Z", null));
}
