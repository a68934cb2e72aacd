using System.Text.Json;

namespace Benevoclic.Relay.Incidents;

/// <summary>"Is this job up now?", as Prometheus is asked and as it answers.</summary>
static class PrometheusQuestion
{
    public static Uri IsUp(Uri prometheus, string job) =>
        new(
            $"{prometheus.AbsoluteUri.TrimEnd('/')}/api/v1/query?query={Uri.EscapeDataString($"max(up{{job=\"{Escape(job)}\"}})")}"
        );

    /// <summary>Yes is exactly one sample with the value 1; no sample, or anything we do not understand, is no.</summary>
    public static bool SaysYes(string answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            var samples = json.RootElement.GetProperty("data").GetProperty("result");
            return samples.GetArrayLength() == 1 && samples[0].GetProperty("value")[1].GetString() == "1";
        }
        catch (Exception unreadable)
            when (unreadable
                    is JsonException
                        or InvalidOperationException
                        or KeyNotFoundException
                        or IndexOutOfRangeException
            )
        {
            return false;
        }
    }

    static string Escape(string label) =>
        label
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);
}
