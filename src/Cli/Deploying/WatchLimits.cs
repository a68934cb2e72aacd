using System.Globalization;
using System.Text.Json;

namespace Benevoclic.Cli.Deploying;

/// <summary>What a new release may not do in its first minute.</summary>
/// <param name="ErrorRatio">Share of requests answered with 5xx, 0 to 1.</param>
/// <param name="Latency">95th percentile in seconds.</param>
sealed record WatchLimits(double ErrorRatio, double Latency)
{
    /// <summary>What Prometheus is asked about a service, in this order: error ratio, latency.</summary>
    public static IReadOnlyList<string> Queries(string service)
    {
        var own = $"job=\"benevoclic-{service}\"";
        const string Count = "http_server_request_duration_seconds_count";
        return
        [
            $"sum(rate({Count}{{{own},http_response_status_code=~\"5..\"}}[30s])) / sum(rate({Count}{{{own}}}[30s]))",
            $"histogram_quantile(0.95, sum by (le) (rate(http_server_request_duration_seconds_bucket{{{own}}}[30s])))",
        ];
    }

    /// <param name="answer">What <c>watch.sh</c> printed.</param>
    /// <returns>What is wrong, with its numbers; null when nothing is.</returns>
    public string? Breach(string answer)
    {
        var lines = answer.Split('\n').Select(line => line.Split('\t')).ToLookup(parts => parts[0], parts => parts[^1]);
        if (lines["container"].FirstOrDefault()?.Split(' ') is not ["true", "0"])
        {
            return "the container does not run any more, or had to be started again";
        }
        if (lines["probe"].FirstOrDefault() is { } status and not ['2', ..])
        {
            return status.Trim('0').Length == 0
                ? "it does not answer its probe any more"
                : $"it answers its probe with {status}";
        }
        var values = lines["answer"].Select(Value).ToList();
        return values switch
        {
            [{ } errors, ..] when errors > ErrorRatio => Say(
                $"{errors:0.0%} of the requests fail, allowed are {ErrorRatio:0.0%}"
            ),
            [_, { } latency, ..] when latency > Latency => Say(
                $"95th percentile {latency:0.00} s, allowed are {Latency:0.00} s"
            ),
            _ => null,
        };
    }

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
