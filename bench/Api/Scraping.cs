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
        using var http = new HttpClient { BaseAddress = api.Address };
        var asked = await AskEverythingAsync(api, Everything(data, strangers: false), ct);
        var what = $"GET {Metrics} after {asked} requests to {data.Routes.Count()} routes by who may call them";
        var run = await Wrk.RunAsync(api.Address, Wrk.Get($"'{Metrics}'"), Seconds);
        promises.AtLeast(
            what,
            $"{run.PerSecond:0}/s, p99 {run.P99:0.0} ms, {run.Failed} failed",
            run.PerSecond,
            PerSecond
        );
        var size = await SizeAsync(http, ct);
        promises.Under("its size", $"{size:0} kB", size, Kilobytes, "kB");

        await AskEverythingAsync(api, Everything(data, strangers: true), ct);
        promises.Tell("its size once everybody was refused everywhere too", $"{await SizeAsync(http, ct):0} kB");
    }

    static async Task<long> AskEverythingAsync(ApiRun api, string script, CancellationToken ct)
    {
        var asked = 0L;
        while (asked < Requests)
        {
            ct.ThrowIfCancellationRequested();
            asked += (await Wrk.RunAsync(api.Address, script, Seconds)).Requests;
        }
        return asked;
    }

    static async Task<double> SizeAsync(HttpClient http, CancellationToken ct) =>
        (await http.GetByteArrayAsync(Metrics, ct)).Length / 1e3;

    /// <summary>Lua that asks every route.</summary>
    public static string Everything(ApiData data, bool strangers)
    {
        var routes = data.Routes.Select(route =>
            $"{{ '{route.Method}', '{Placeholder().Replace(route.Path, Stored.Association(1))}', '{route.Role}' }}"
        );
        return $$"""
            local routes = { {{string.Join(", ", routes)}} }
            local tokens = {
              NOBODY = 'undefined',
              VOLUNTEER = '{{data.TokenOf(Stored.Volunteer(1), Role.Volunteer)}}',
              ASSOCIATION = '{{data.TokenOf(Stored.Association(1), Role.Association)}}',
              ADMIN = '{{data.TokenOf("admin", Role.Admin)}}'
            }
            local all = { 'NOBODY', 'VOLUNTEER', 'ASSOCIATION', 'ADMIN' }
            function request()
              local route = routes[n(#routes) + 1]
              local who = {{(strangers ? "all[n(4) + 1]" : "route[3]")}}
              local headers = { ['Content-Type'] = 'application/json', Authorization = 'Bearer ' .. tokens[who] }
              local body = route[1] ~= 'GET' and '{"id":"x","name":"y"}' or nil
              return wrk.format(route[1], route[2], headers, body)
            end
            """;
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Placeholder();
}
