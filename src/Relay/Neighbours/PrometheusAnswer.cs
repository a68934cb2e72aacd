using System.Globalization;
using System.Text.Json;
using Benevoclic.Relay.Alerts;

namespace Benevoclic.Relay.Neighbours;

/// <summary>One series of an answer.</summary>
sealed record Sample(IReadOnlyDictionary<string, string> Labels, double Value);

/// <summary>An alert on Prometheus' record.</summary>
/// <param name="Labels">As its rule gives them.</param>
/// <param name="First">When it was first seen to fire, within a few seconds.</param>
/// <param name="Last">When it was last seen to fire.</param>
sealed record FiringTime(IReadOnlyDictionary<string, string> Labels, DateTimeOffset First, DateTimeOffset Last)
{
    public string Name => Labels.GetValueOrDefault("alertname", "");
}

/// <summary>An alerting rule as Prometheus evaluates it now.</summary>
/// <param name="IsWell">The last evaluation worked.</param>
/// <param name="Firing">The labels of what it fires.</param>
sealed record RuleState(string Name, bool IsWell, IReadOnlyList<IReadOnlyDictionary<string, string>> Firing)
{
    /// <summary>Alertmanager may know more labels of the same alert: Prometheus adds its external ones on the way there.</summary>
    public bool Fires(Alert alert) =>
        Firing.Any(labels => labels.All(label => alert.Labels.GetValueOrDefault(label.Key) == label.Value));
}

/// <summary>Reads the answers of Prometheus' API.</summary>
static class PrometheusAnswer
{
    /// <exception cref="SilentException">It is none.</exception>
    public static double? Number(JsonDocument answer) => First(answer)?.Value;

    /// <exception cref="SilentException">It is none.</exception>
    public static Sample? First(JsonDocument answer) =>
        Read(
            answer,
            data =>
            {
                var samples = data.GetProperty("result");
                return samples.GetArrayLength() == 0 ? null : Sample(samples[0]);
            }
        );

    /// <exception cref="SilentException">It is none.</exception>
    public static IReadOnlyList<RuleState> Rules(JsonDocument answer) =>
        Read<IReadOnlyList<RuleState>>(
            answer,
            data =>
                [
                    .. data.GetProperty("groups")
                        .EnumerateArray()
                        .SelectMany(group => group.GetProperty("rules").EnumerateArray())
                        .Where(rule => rule.TryGetProperty("alerts", out _))
                        .Select(Rule),
                ]
        );

    /// <summary>Of the series ALERTS over a time; what stopped in between counts as one.</summary>
    /// <exception cref="SilentException">It is none.</exception>
    public static IReadOnlyList<FiringTime> Fired(JsonDocument answer) =>
        Read<IReadOnlyList<FiringTime>>(
            answer,
            data => [.. data.GetProperty("result").EnumerateArray().Select(FiringTime)]
        );

    static FiringTime FiringTime(JsonElement series)
    {
        var values = series.GetProperty("values");
        var labels = Texts(series.GetProperty("metric"));
        labels.Remove("__name__");
        labels.Remove("alertstate");
        return new FiringTime(labels, TimeOf(values[0]), TimeOf(values[values.GetArrayLength() - 1]));
    }

    static DateTimeOffset TimeOf(JsonElement value) =>
        DateTimeOffset.FromUnixTimeMilliseconds((long)(value[0].GetDouble() * 1000));

    static RuleState Rule(JsonElement rule) =>
        new(
            rule.GetProperty("name").GetString()!,
            rule.GetProperty("health").GetString() == "ok",
            [
                .. rule.GetProperty("alerts")
                    .EnumerateArray()
                    .Where(alert => alert.GetProperty("state").GetString() == "firing")
                    .Select(alert => Texts(alert.GetProperty("labels"))),
            ]
        );

    static Sample Sample(JsonElement sample) =>
        new(
            sample.TryGetProperty("metric", out var labels) ? Texts(labels) : new Dictionary<string, string>(),
            double.Parse(sample.GetProperty("value")[1].GetString()!, CultureInfo.InvariantCulture)
        );

    static Dictionary<string, string> Texts(JsonElement labels) =>
        labels.EnumerateObject().ToDictionary(label => label.Name, label => label.Value.GetString() ?? "");

    static T Read<T>(JsonDocument answer, Func<JsonElement, T> read)
    {
        using (answer)
            try
            {
                return read(answer.RootElement.GetProperty("data"));
            }
            catch (Exception e)
                when (e
                        is InvalidOperationException
                            or KeyNotFoundException
                            or IndexOutOfRangeException
                            or FormatException
                            or ArgumentException
                )
            {
                throw new SilentException("Prometheus' answer cannot be understood", e);
            }
    }
}
