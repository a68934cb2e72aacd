using Benevoclic.Deployment;
using Benevoclic.Harness;

namespace Benevoclic.Bench;

/// <summary>The speeds of detection that the design promises, on a server with everything in containers.</summary>
static class DetectBench
{
    const string Api = "benevoclic-api";

    static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <exception cref="InvalidOperationException">It could not be deployed.</exception>
    public static async Task RunAsync(CancellationToken ct)
    {
        await using var host = await TestHost.StartAsync();
        await using var discord = await DiscordRecorder.StartAsync(host.Machine.Network.TestAddress);
        await DeployAsync(host, discord, ct);
        var detection = new Detection(
            discord,
            () => host.DockerAsync("kill", Api),
            () => host.DockerAsync("start", Api)
        );
        Measures.Print(await detection.MeasureAsync(ct));
    }

    static async Task DeployAsync(TestHost host, DiscordRecorder discord, CancellationToken ct)
    {
        var variables = new Dictionary<string, string>
        {
            ["BENEVOCLIC_TAG"] = "built",
            ["BENEVOCLIC_HOST__WATCH"] = "0",
            ["MONITORING_PASSWORD"] = "for the bench",
            ["DISCORD_WEBHOOK_URL"] = discord.WebhookUrl,
        };
        using var run = host.Start(["deploy", "--yes"], variables);
        var end = await run.WaitAsync().WaitAsync(Limit, ct);
        if (end.ExitCode != 0)
        {
            throw new InvalidOperationException($"deploy: {end}");
        }
        await Eventually.TrueAsync(
            async () => (await host.RunAsync("alerts", "--host")).ExitCode == 0,
            Limit,
            () => "Watchdog is not with Alertmanager"
        );
        // What the deploy itself said of its end.
        await Eventually.TrueAsync(() => discord.Messages.Count > 0, Limit, () => "a message of the deploy");
    }
}
