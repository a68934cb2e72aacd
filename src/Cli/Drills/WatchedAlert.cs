using Benevoclic.Cli.Alerts;

namespace Benevoclic.Cli.Drills;

/// <summary>One alert, as Prometheus and Alertmanager see it at this moment.</summary>
sealed class WatchedAlert(Monitoring monitoring, string name)
{
    readonly Alertmanager _alertmanager = new(monitoring);

    public async Task<Look> LookAsync(CancellationToken ct)
    {
        var prometheus = QuietlyAsync(() => StateAsync(ct));
        var alertmanager = QuietlyAsync(async () => (bool?)(await FiringAsync(ct) is not null));
        return new Look(await prometheus, await alertmanager);
    }

    /// <returns>It at Alertmanager; null when it does not fire there.</returns>
    public async Task<ActiveAlert?> FiringAsync(CancellationToken ct) =>
        (await _alertmanager.AlertsAsync(ct)).FirstOrDefault(alert => alert.Name == name);

    async Task<string?> StateAsync(CancellationToken ct)
    {
        var answer = await monitoring.GetAsync(
            monitoring.Prometheus,
            "/api/v1/alerts",
            AlertsJson.Default.JsonElement,
            ct
        );
        var states = answer
            .GetProperty("data")
            .GetProperty("alerts")
            .EnumerateArray()
            .Where(alert => alert.GetProperty("labels").GetProperty("alertname").GetString() == name)
            .Select(alert => alert.GetProperty("state").GetString()!)
            .ToList();
        return states.Contains("firing") ? "firing" : states.FirstOrDefault() ?? "";
    }

    /// <summary>A drill may break what is asked here; that is no reason to end it.</summary>
    static async Task<T?> QuietlyAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (CommandException)
        {
            return default;
        }
    }
}
