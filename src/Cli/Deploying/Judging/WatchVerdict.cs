using System.Globalization;
using System.Text.Json;
using Benevoclic.Cli.Config;

namespace Benevoclic.Cli.Deploying.Judging;

/// <summary>Tells whether what was seen of a release is within the limits. Pure.</summary>
static class WatchVerdict
{
    /// <summary>By then all scrapes that are averaged are this release's own: of one before the switch, or in its moment, it knows nothing.</summary>
    static readonly TimeSpan Settled = TimeSpan.FromSeconds(20);

    /// <summary>What Prometheus is asked about a service, in this order: error ratio, latency in seconds, share of good scrapes.</summary>
    public static IReadOnlyList<string> Queries(string service)
    {
        var own = $"job=\"benevoclic-{service}\"";
        const string Count = "http_server_request_duration_seconds_count";
        return
        [
            $"sum(rate({Count}{{{own},http_response_status_code=~\"5..\"}}[30s])) / sum(rate({Count}{{{own}}}[30s]))",
            $"histogram_quantile(0.95, sum by (le) (rate(http_server_request_duration_seconds_bucket{{{own}}}[30s])))",
            $"avg_over_time(up{{{own}}}[15s])",
        ];
    }

    /// <param name="limits">What is allowed.</param>
    /// <param name="answer">What <c>watch.sh</c> printed.</param>
    /// <param name="serving">For how long it has had the requests.</param>
    /// <returns>What is wrong, with its numbers; null when nothing is.</returns>
    public static string? Breach(WatchLimits limits, string answer, TimeSpan serving)
    {
        var lines = answer.Split('\n').Select(line => line.Split('\t')).ToLookup(parts => parts[0], parts => parts[^1]);
        return Container(limits, lines["container"].FirstOrDefault() ?? "")
            ?? Probed(lines["probe"].FirstOrDefault())
            ?? Measured(limits, [.. lines["answer"].Select(Value)], serving);
    }

    static string? Container(WatchLimits limits, string fact) =>
        fact.Split(' ') is ["true", var text] && int.TryParse(text, CultureInfo.InvariantCulture, out var restarts)
            ? restarts > limits.Restarts
                ? $"its container had to be started again {restarts} times, allowed are {limits.Restarts}"
                : null
            : "its container does not run any more";

    static string? Probed(string? status) =>
        status switch
        {
            null or ['2', ..] => null,
            _ when status.Trim('0').Length == 0 => "it does not answer its probe any more",
            _ => $"it answers its probe with {status}",
        };

    static string? Measured(WatchLimits limits, IReadOnlyList<double?> values, TimeSpan serving) =>
        values switch
        {
            [{ } errors, ..] when errors * 100 > limits.Errors => Say(
                $"{errors * 100:0.0} % of the requests fail, allowed are {limits.Errors} %"
            ),
            [_, { } latency, ..] when latency * 1000 > limits.Latency => Say(
                $"95 % of the requests take up to {latency * 1000:0} ms, allowed are {limits.Latency} ms"
            ),
            [_, _, { } up] when serving >= Settled && up * 100 < limits.Up => Say(
                $"Prometheus reaches it in {up * 100:0} % of its scrapes, {limits.Up} % are needed"
            ),
            _ => null,
        };

    static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>One number; null when Prometheus has none, which is no verdict.</summary>
    static double? Value(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var result = document.RootElement.GetProperty("data").GetProperty("result");
            return
                result.GetArrayLength() == 1
                && double.TryParse(
                    result[0].GetProperty("value")[1].GetString(),
                    CultureInfo.InvariantCulture,
                    out var value
                )
                && !double.IsNaN(value)
                ? value
                : null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
