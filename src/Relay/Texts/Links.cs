using System.Text.RegularExpressions;
using Benevoclic.Relay.Alerts;

namespace Benevoclic.Relay.Texts;

/// <summary>Addresses that people can open from their phone.</summary>
sealed partial record Links
{
    /// <summary>The API's address, with or without /health at its end.</summary>
    public required Uri Api { get; init; }

    public required Uri Prometheus { get; init; }
    public required Uri Grafana { get; init; }
    public required Uri Alertmanager { get; init; }

    /// <summary>Where the code and the runbooks can be read.</summary>
    public Uri? Repository { get; init; }

    public Uri Health => HealthOf(Api);

    /// <summary>The dashboard that shows what the alert measures, from a quarter of an hour before it began.</summary>
    public Uri DashboardOf(Alert alert) =>
        Below(
            Grafana,
            $"d/{DashboardFor(alert)}?from={alert.StartsAt.AddMinutes(-15).ToUnixTimeMilliseconds()}&to={alert.StartsAt.AddHours(1).ToUnixTimeMilliseconds()}"
        );

    public Uri AlertInPrometheus(string alertname) => Below(Prometheus, $"alerts?search={Short(alertname)}");

    public Uri AlertInAlertmanager(string alertname) =>
        Below(Alertmanager, $"#/alerts?filter=%7Balertname%3D%22{Short(alertname)}%22%7D");

    /// <summary>Null when it can only be named, not opened.</summary>
    public Uri? Runbook(string path) =>
        path.Length > 400 ? null
        : Uri.TryCreate(path, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address
        : Repository is not null && PlainPath().IsMatch(path) ? Below(Repository, $"blob/main/{path}")
        : null;

    public static Uri HealthOf(Uri api) =>
        api.AbsolutePath.EndsWith("/health", StringComparison.Ordinal) ? api : Below(api, "health");

    /// <summary>The question with its curve, for people to ask again.</summary>
    public Uri QueryInPrometheus(string query) =>
        Below(Prometheus, $"graph?g0.expr={Uri.EscapeDataString(query)}&g0.tab=0&g0.range_input=30m");

    static string DashboardFor(Alert alert) =>
        alert switch
        {
            { Name: "SystemDown" or "HighCpu" or "HighMemory" or "DiskFull" } => "benevoclic-system",
            _ when alert.Label("job") == "benevoclic-api" => "benevoclic-api",
            _ => "benevoclic-alerts",
        };

    static Uri Below(Uri address, string path) => new($"{address.AbsoluteUri.TrimEnd('/')}/{path}");

    static string Short(string alertname) => Uri.EscapeDataString(alertname.Length > 60 ? "" : alertname);

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._/-]{0,200}(#[A-Za-z0-9_-]{1,100})?$")]
    private static partial Regex PlainPath();
}
