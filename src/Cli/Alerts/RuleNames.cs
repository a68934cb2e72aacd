namespace Benevoclic.Cli.Alerts;

/// <summary>The alerts that there can be: Prometheus' rules.</summary>
sealed class RuleNames(Monitoring monitoring)
{
    public async Task<IReadOnlyList<string>> ReadAsync(CancellationToken ct)
    {
        var answer = await monitoring.GetAsync(
            monitoring.Prometheus,
            "/api/v1/rules?type=alert",
            AlertsJson.Default.JsonElement,
            ct
        );
        return
        [
            .. answer
                .GetProperty("data")
                .GetProperty("groups")
                .EnumerateArray()
                .SelectMany(group => group.GetProperty("rules").EnumerateArray())
                .Select(rule => rule.GetProperty("name").GetString()!)
                .Distinct(),
        ];
    }
}
