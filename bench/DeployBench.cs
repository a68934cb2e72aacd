using System.Diagnostics;
using System.Globalization;
using Benevoclic.Deployment;

namespace Benevoclic.Bench;

/// <summary>
/// The speeds of deploys that the design promises, to a server on this machine that 200 requests a second reach: our way, and the way
/// in which the team deployed before.
/// </summary>
/// <param name="host">The server; nothing was deployed to it yet.</param>
/// <param name="ct">Ends it.</param>
sealed class DeployBench(TestHost host, CancellationToken ct)
{
    const int Runs = 5;

    /// <summary>Requests a second: enough to see a loss, and so few that only the deploy is measured.</summary>
    const int Quiet = 1;

    const int Busy = 200;

    /// <summary>The tag under which the server's registry has our programs from the start, built from this checkout.</summary>
    const string Built = "built";

    /// <summary>Two versions of the API, in turns.</summary>
    static readonly string[] Tags = ["v1", "v2"];

    static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>Users are there before an act begins, and what it broke may show a moment after its end.</summary>
    static readonly TimeSpan Around = TimeSpan.FromSeconds(1);

    /// <exception cref="InvalidOperationException">Something on the server failed.</exception>
    public static async Task RunAsync(CancellationToken ct)
    {
        await using var host = await TestHost.StartAsync();
        var bench = new DeployBench(host, ct);
        var (boot, ours) = await bench.OursAsync();
        var before = await bench.BeforeAsync();
        Console.WriteLine($"{Environment.ProcessorCount} cores\n\n{Acts.Head}");
        foreach (var row in (Acts[])[boot, .. ours, before])
        {
            Console.WriteLine(row);
        }
        Console.WriteLine($"\n{Ratio(ours[1], boot)}\n{Ratio(before, ours[1])}");
    }

    async Task<(Acts Boot, IReadOnlyList<Acts> Ours)> OursAsync()
    {
        foreach (var tag in Tags)
        {
            await host.AddApiImageAsync(tag);
            await host.DockerAsync("pull", "--quiet", $"benevoclic/api:{tag}");
        }
        await CliAsync(Built, null, "deploy", "--yes");
        using var checkout = new Checkout();
        var boot = await TakeAsync("`docker run` of the API until its first 200", null, Busy, Runs, _ => BootAsync());
        return (boot, [.. await OursAsync(checkout, Busy), .. await OursAsync(checkout, Quiet)]);
    }

    async Task<IReadOnlyList<Acts>> OursAsync(Checkout checkout, int users)
    {
        // What was measured before has left other rules and another API.
        await CliAsync(Built, null, "deploy", "--yes");
        return
        [
            await TakeAsync("nothing to do", 1.5, users, Runs, _ => CliAsync(Built, null, "deploy", "--yes")),
            await TakeAsync("API update", 8, users, Runs, run => CliAsync(TagOf(run), null, "deploy", "api", "--yes")),
            await TakeAsync("API rollback", 4, users, Runs, _ => CliAsync(Built, null, "rollback", "api", "--yes")),
            await TakeAsync("rules changed", 3, users, Runs, run => RulesAsync(checkout, users, run)),
        ];
    }

    /// <summary>The same image, the same disk, the same users: only the way is another one.</summary>
    async Task<Acts> BeforeAsync()
    {
        await host.ResetAsync();
        foreach (var tag in Tags)
        {
            await host.DockerAsync("pull", "--quiet", $"benevoclic/api:{tag}");
        }
        var old = new OldWay(host);
        await old.DeployAsync(TagOf(1));
        return await TakeAsync("API update, the old way", null, Busy, 3, run => old.DeployAsync(TagOf(run)));
    }

    /// <summary>What any update has to wait for: the container's start, and the program's.</summary>
    async Task<int?> BootAsync()
    {
        await host.Machine.ShellAsync(
            $$$"""
            docker run --detach --name boot --network benevoclic-network --env ASPNETCORE_URLS=http://0.0.0.0:3000 \
              --env BENEVOCLIC_DATA=/home/app/data benevoclic/api:{{{Built}}} >/dev/null
            address=$(docker inspect --format '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' boot)
            for _ in $(seq 1000); do
              ! curl -fs -m 1 -o /dev/null "http://$address:3000/health" || exit 0
              sleep 0.02
            done
            exit 1
            """
        );
        return null;
    }

    async Task<int?> RulesAsync(Checkout checkout, int users, int run)
    {
        var group =
            $"\n  - name: bench{users}_{run}\n    rules:\n      - alert: Bench{users}_{run}\n        expr: vector(1) > 2\n";
        await File.AppendAllTextAsync(checkout.PathOf("stack/prometheus/alert_rules.yml"), group, ct);
        return await CliAsync(Built, checkout, "deploy", "prometheus", "--yes");
    }

    /// <returns>Its round trips.</returns>
    async Task<int?> CliAsync(string tag, Checkout? checkout, params string[] words)
    {
        var variables = new Dictionary<string, string>
        {
            ["BENEVOCLIC_TAG"] = tag,
            ["BENEVOCLIC_HOST__WATCH"] = "0",
            ["MONITORING_PASSWORD"] = "for the bench",
        };
        using var run = host.Start(words, variables, checkout?.Root);
        var end = await run.WaitAsync().WaitAsync(Limit, ct);
        return end.ExitCode == 0
            ? Act.RoundTripsOf(end)
            : throw new InvalidOperationException($"{string.Join(' ', words)}: {end}");
    }

    async Task<Acts> TakeAsync(string what, double? promised, int users, int runs, Func<int, Task<int?>> act)
    {
        var acts = new List<Act>();
        for (var run = 0; run < runs; run++)
        {
            acts.Add(await MeasureAsync(users, () => act(run)));
            Console.Error.Write('.');
        }
        Console.Error.WriteLine($" {what}");
        return new Acts(what, promised, users, acts);
    }

    async Task<Act> MeasureAsync(int users, Func<Task<int?>> act)
    {
        await host.Machine.TryAsync("docker", "rm", "--force", "--volumes", "boot");
        await using var load = host.StartLoad(perSecond: users);
        await Task.Delay(Around, ct);
        var watch = Stopwatch.StartNew();
        var roundTrips = await act();
        var seconds = watch.Elapsed.TotalSeconds;
        await Task.Delay(Around, ct);
        return new Act(seconds, roundTrips, await load.StopAsync(), LoadAverage());
    }

    static string TagOf(int run) => Tags[run % Tags.Length];

    static string Ratio(Acts one, Acts other) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{one.What} ÷ {other.What}: {one.Median / other.Median:0.0} (medians)"
        );

    static double LoadAverage() =>
        double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);
}
