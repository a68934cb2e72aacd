using System.Globalization;

namespace Benevoclic.Deployment.Backups;

/// <summary>Data in the volumes of Prometheus, Alertmanager and Grafana, and the way to see it again.</summary>
sealed record Kept(TestHost Host, string SampledAt)
{
    const string Comment = "seen before the server was lost";
    const string File = "a file of Grafana's";
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Deploys the three, and writes.</summary>
    public static async Task<Kept> WriteAsync(TestHost host)
    {
        await Deploying.Scenario.DeployedAsync(host, "v1", "prometheus", "alertmanager", "grafana");
        await AmtoolAsync(
            host,
            "silence",
            "add",
            "alertname=Old",
            "--author=test",
            "--duration=10h",
            $"--comment={Comment}"
        );
        await System.IO.File.WriteAllTextAsync(FileOf(host), File);
        var now = "";
        await Eventually.TrueAsync(
            async () =>
            {
                now = DateTimeOffset
                    .Parse(await host.Machine.RunAsync("date", "--iso-8601=seconds"), CultureInfo.InvariantCulture)
                    .ToUnixTimeSeconds()
                    .ToString(CultureInfo.InvariantCulture);
                return await HasSamplesAsync(host, now);
            },
            Limit,
            () => "Prometheus has no samples"
        );
        return new Kept(host, now);
    }

    /// <summary>A server that lost everything but what is deployed again.</summary>
    public static async Task DestroyAsync(TestHost host)
    {
        await host.ResetAsync();
        Assert.Empty(await host.DockerAsync("volume", "ls", "--quiet"));
        await Deploying.Scenario.DeployedAsync(host, "v1", "prometheus", "alertmanager", "grafana");
    }

    /// <returns>Which of the three have their data.</returns>
    public async Task<IReadOnlyList<string>> ThereAsync()
    {
        var there = new List<string>();
        await Eventually.TrueAsync(() => IsReadyAsync(Host), Limit, () => "Prometheus is not ready");
        if (await HasSamplesAsync(Host, SampledAt))
        {
            there.Add("prometheus");
        }
        if (
            (await AmtoolAsync(Host, "silence", "query", "--output=extended")).Contains(
                Comment,
                StringComparison.Ordinal
            )
        )
        {
            there.Add("alertmanager");
        }
        if (System.IO.File.Exists(FileOf(Host)) && await System.IO.File.ReadAllTextAsync(FileOf(Host)) == File)
        {
            there.Add("grafana");
        }
        return there;
    }

    /// <summary>A path in Grafana's volume, as this process can open it.</summary>
    public static string FileOf(TestHost host, string name = "kept.txt") =>
        host.Machine.PathOf($"/var/lib/docker/volumes/benevoclic-grafana-data/_data/{name}");

    static async Task<bool> HasSamplesAsync(TestHost host, string at) =>
        (
            await host.DockerAsync(
                "exec",
                "benevoclic-prometheus",
                "promtool",
                "query",
                "instant",
                $"--time={at}",
                "http://localhost:9090",
                "up"
            )
        ).Contains("up{", StringComparison.Ordinal);

    static async Task<bool> IsReadyAsync(TestHost host) =>
        (
            await host.Machine.TryAsync([
                .. "docker exec benevoclic-prometheus wget -q -O - http://localhost:9090/-/ready".Split(' '),
            ])
        ).ExitCode == 0;

    static Task<string> AmtoolAsync(TestHost host, params string[] words) =>
        host.DockerAsync([
            .. "exec benevoclic-alertmanager amtool --alertmanager.url=http://localhost:9093".Split(' '),
            .. words,
        ]);
}
