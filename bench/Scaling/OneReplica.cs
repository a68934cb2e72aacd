using System.Globalization;
using System.Text.RegularExpressions;
using Benevoclic.Bench.Api;
using Benevoclic.Harness;

namespace Benevoclic.Bench.Scaling;

/// <summary>What one replica costs: itself, the database behind it, and whoever watches it.</summary>
static partial class OneReplica
{
    const int Announcements = 1_000;
    const int Load = 8;
    const int Counted = 100;
    const int Checks = 10;
    const int Scrapes = 30;
    const int FewTargets = 1;
    const int ManyTargets = 51;

    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <param name="proxy">What the proxy's processors do for a request, in milliseconds.</param>
    /// <param name="ct">Ends it.</param>
    public static async Task<Figures> MeasureAsync(double proxy, CancellationToken ct)
    {
        var commands = await CommandsAsync(ct);
        await using var mongo = await MongoStandIn.StartAsync(countsCommands: false, ct);
        await using var data = await FillAsync(mongo, ct);
        await using var api = await ApiRun.ShippedAsync(data, ct);
        var search = Questions.Always(Questions.FirstPage);
        await Wrk.RunAsync(api.Address, search, Load);
        var own = await PerRequestAsync(api, search);
        // A replica that has answered everything shows all its metrics.
        await Wrk.RunAsync(api.Address, Scraping.Everything(data, strangers: false), Load);
        var scrape = await ScrapeAsync(api, ct);
        var few = await Watcher.MeasureAsync(api.Address, FewTargets, ct);
        var many = await Watcher.MeasureAsync(api.Address, ManyTargets, ct);
        var megabytes = (many.Megabytes - few.Megabytes) / (ManyTargets - FewTargets);
        return new Figures(
            own,
            proxy,
            commands,
            await HealthAsync(api),
            scrape,
            (many.Milliseconds - few.Milliseconds) / (many.Scrapes - few.Scrapes),
            megabytes,
            few.Megabytes - FewTargets * megabytes
        );
    }

    /// <returns>Milliseconds of the API's processors.</returns>
    static async Task<double> PerRequestAsync(ApiRun api, string script)
    {
        var before = api.Cpu;
        var run = await Wrk.RunAsync(api.Address, script, Load);
        return run.Failed == 0
            ? (api.Cpu - before).TotalMilliseconds / run.Requests
            : throw new InvalidOperationException($"{run.Failed} of {run.Requests} requests failed");
    }

    /// <summary>At the pace of who watches: what comes faster gets the answer before.</summary>
    static async Task<double> ScrapeAsync(ApiRun api, CancellationToken ct)
    {
        using var http = new HttpClient { BaseAddress = api.Address };
        var before = api.Cpu;
        for (var i = 0; i < Scrapes; i++)
        {
            await Task.Delay(Pause, ct);
            await http.GetByteArrayAsync("/metrics", ct);
        }
        return (api.Cpu - before).TotalMilliseconds / Scrapes;
    }

    static async Task<double> CommandsAsync(CancellationToken ct)
    {
        await using var mongo = await MongoStandIn.StartAsync(countsCommands: true, ct);
        await using var data = await FillAsync(mongo, ct);
        await using var api = await ApiRun.ShippedAsync(data, ct);
        using var http = new HttpClient { BaseAddress = api.Address };
        var before = mongo.Commands;
        for (var i = 0; i < Counted; i++)
        {
            using var body = new StringContent(Questions.FirstPage, null, "application/json");
            using var answer = await http.PostAsync(Questions.Address, body, ct);
            answer.EnsureSuccessStatusCode();
        }
        return (mongo.Commands - before) / (double)Counted;
    }

    /// <summary>What Swarm starts in a replica's container each time: the API's own program, which asks and ends.</summary>
    static async Task<double> HealthAsync(ApiRun api)
    {
        string[] words =
        [
            "-ec",
            "for _ in $(seq $1); do \"$2\" healthy; done; times",
            "bash",
            $"{Checks}",
            ApiRun.Program,
        ];
        var settings = new Dictionary<string, string> { ["ASPNETCORE_URLS"] = api.Address.AbsoluteUri };
        var end = await Shell.RunAsync(Repository.Root, settings, "bash", words);
        // "0m0.001s 0m0.002s" of the shell itself, then of what it has started.
        return end.ExitCode == 0
            ? Seconds().Matches(end.Output.Trim().Split('\n')[^1]).Sum(time => Number(time.Groups[1].Value))
                * 1e3
                / Checks
            : throw new InvalidOperationException($"`healthy`: {end}");
    }

    static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex("0m([0-9.]+)s")]
    private static partial Regex Seconds();

    static async Task<ApiData> FillAsync(MongoStandIn mongo, CancellationToken ct)
    {
        var data = await ApiData.OnMongoAsync(mongo.Url, ct);
        await data.Stored.AddPeopleAsync(Stored.Givers, ct);
        await data.Stored.AddAnnouncementsAsync(0, Announcements, ct);
        return data;
    }
}
