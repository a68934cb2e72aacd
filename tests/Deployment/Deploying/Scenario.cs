using System.Text.Json;

namespace Benevoclic.Deployment.Deploying;

/// <summary>What the scenarios of a deploy have in common.</summary>
static class Scenario
{
    public const string Password = "a password that nobody may see";

    static readonly string[] Final = ["committed", "undone"];

    /// <summary>A server that has the API as v1 behind its proxy, and nothing else.</summary>
    /// <returns>The API's release.</returns>
    public static async Task<string> ServingV1Async(TestHost host, params string[] more)
    {
        await host.ResetAsync();
        await host.AddApiImageAsync("v1");
        await DeployedAsync(host, "v1", ["api", "proxy", .. more]);
        return await LiveReleaseAsync(host);
    }

    /// <summary>As above, and quicker where the test before has left such a server.</summary>
    /// <returns>The API's release, and the tag of another image.</returns>
    public static async Task<(string Release, string Next)> ServingAsync(TestHost host)
    {
        await host.AddApiImageAsync("v1");
        await host.AddApiImageAsync("v2");
        var live = (await host.ContainersAsync()).Where(container => container.IsRunning).ToList();
        return live.Select(container => container.Name).Order().SequenceEqual(["benevoclic-api", "benevoclic-proxy"])
            ? (await LiveReleaseAsync(host), live.Any(IsV1) ? "v2" : "v1")
            : (await ServingV1Async(host), "v2");
    }

    static bool IsV1(Container container) =>
        container.Labels.GetValueOrDefault("org.opencontainers.image.version") == "v1";

    public static async Task DeployedAsync(TestHost host, string tag, params string[] services)
    {
        var deploy = await Start(host, tag, services).WaitAsync();
        Assert.True(deploy.ExitCode == 0, deploy.ToString());
    }

    public static CliRun Start(TestHost host, string tag, params string[] services) =>
        Start(host, ["deploy", .. services, "--yes"], Variables(tag));

    public static CliRun Start(
        TestHost host,
        IReadOnlyList<string> words,
        IReadOnlyDictionary<string, string> variables,
        Checkout? checkout = null
    ) => host.Start(words, variables, checkout?.Root);

    public static Dictionary<string, string> Variables(string tag = "v1", int watch = 0) =>
        new()
        {
            ["BENEVOCLIC_TAG"] = tag,
            ["BENEVOCLIC_HOST__WATCH"] = $"{watch}",
            ["MONITORING_PASSWORD"] = Password,
        };

    public static async Task<string> LiveReleaseAsync(TestHost host) =>
        (await host.ContainersAsync())
            .SingleOrDefault(container => container is { Name: "benevoclic-api", IsRunning: true })
            ?.Labels["benevoclic.release"]
        ?? "";

    /// <summary>The receipt of the API's last release, as the journal holds it.</summary>
    public static async Task<StoredReceipt> ReceiptAsync(TestHost host)
    {
        var lines = await File.ReadAllLinesAsync(host.FileOf("journal.jsonl"));
        return lines
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Where(entry => entry.GetProperty("service").GetString() == "api" && entry.TryGetProperty("receipt", out _))
            .Select(entry => new StoredReceipt(entry.GetProperty("receipt")))
            .Last();
    }

    /// <summary>The state that the API's last deploy is in, and whether the deploy lock is free.</summary>
    public static async Task<(string State, bool IsFree)> EndAsync(TestHost host)
    {
        var lines = await File.ReadAllLinesAsync(host.FileOf("journal.jsonl"));
        var last = JsonDocument.Parse(
            lines.Last(line => line.Contains("\"service\":\"api\"", StringComparison.Ordinal))
        );
        var free = await host.Machine.TryAsync("flock", "-n", $"{TestHost.Folder}/lock", "true");
        return (last.RootElement.GetProperty("state").GetString()!, free.ExitCode == 0);
    }

    /// <summary>Nobody works on the host any more, and it runs this release as a whole.</summary>
    public static async Task IsWholeAsync(TestHost host, string release)
    {
        var (state, free) = ("", false);
        await Eventually.TrueAsync(
            async () =>
            {
                (state, free) = await EndAsync(host);
                return free && Final.Contains(state);
            },
            TimeSpan.FromSeconds(60),
            () => $"the host stays {state}, lock free: {free}\n{File.ReadAllText(host.FileOf("journal.jsonl"))}"
        );
        Assert.Equal(release, await LiveReleaseAsync(host));
        var running = (await host.ContainersAsync()).Where(container => container.IsRunning);
        Assert.Single(running, container => container.Labels.GetValueOrDefault("benevoclic.service") == "api");
    }
}
