using System.Text.RegularExpressions;
using Benevoclic.Api.Identity;

namespace Benevoclic.Bench.Api;

/// <summary>What Prometheus reads after a hundred thousand requests, to every route, by everybody.</summary>
static partial class Scraping
{
    const int Requests = 100_000;
    const int Seconds = 5;
    const double PerSecond = 2_000;
    const double Kilobytes = 200;

    const string Metrics = "/metrics";

    public static async Task RunAsync(Promises promises, CancellationToken ct)
    {
        await using var data = ApiData.OnSqlite();
        await data.Stored.AddPeopleAsync(Stored.Givers, ct);
        await data.Stored.AddAnnouncementsAsync(0, 100, ct);
        await using var api = await ApiRun.ShippedAsync(data, ct);
        var (asked, script) = (0L, Everything(data));
        while (asked < Requests)
        {
            ct.ThrowIfCancellationRequested();
            asked += (await Wrk.RunAsync(api.Address, script, Seconds)).Requests;
        }

        var run = await Wrk.RunAsync(api.Address, Wrk.Get($"'{Metrics}'"), Seconds);
        using var http = new HttpClient { BaseAddress = api.Address };
        var size = (await http.GetByteArrayAsync(Metrics, ct)).Length / 1e3;
        promises.AtLeast(
            $"GET {Metrics} after {asked} requests to {data.Routes.Count()} routes",
            $"{run.PerSecond:0}/s, p99 {run.P99:0.0} ms, {run.Failed} failed",
            run.PerSecond,
            PerSecond
        );
        promises.Under("its size", $"{size:0} kB", size, Kilobytes, "kB");
    }

    static string Everything(ApiData data)
    {
        var routes = data.Routes.Select(route => Placeholder().Replace(route, Stored.Association(1)).Split(' '));
        string[] tokens =
        [
            "undefined",
            data.TokenOf(Stored.Volunteer(1), Role.Volunteer),
            data.TokenOf(Stored.Association(1), Role.Association),
            data.TokenOf("admin", Role.Admin),
        ];
        return $$"""
            local routes = { {{string.Join(", ", routes.Select(route => $"{{ '{route[0]}', '{route[1]}' }}"))}} }
            local tokens = { {{string.Join(", ", tokens.Select(token => $"'{token}'"))}} }
            function request()
              local route = routes[n(#routes) + 1]
              local headers = { ['Content-Type'] = 'application/json', Authorization = 'Bearer ' .. tokens[n(#tokens) + 1] }
              local body = route[1] ~= 'GET' and '{"id":"x","name":"y"}' or nil
              return wrk.format(route[1], route[2], headers, body)
            end
            """;
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Placeholder();
}
