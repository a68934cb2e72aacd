using Benevoclic.Api.Identity;

namespace Benevoclic.Bench.Api;

/// <summary>A day's mixture of reads and writes at half of what the API can carry, for as long as one likes to wait: does it stay as it was?</summary>
static class Soak
{
    const int Announcements = 10_000;
    const int Seconds = 10;

    // Of each thread in each run: whoever comes twice to an event is refused.
    const int People = 100;

    const int Second = 1_000;

    // The time is cut into so many parts; the last is compared with the second, for in the first the compiler is at work.
    const int Parts = 10;

    const double Growth = 1.1;
    const double Memory = 150;

    public static async Task RunAsync(Promises promises, int minutes, CancellationToken ct)
    {
        await using var data = ApiData.OnSqlite();
        await data.Stored.AddPeopleAsync(Stored.Givers, ct);
        var ids = await data.Stored.AddAnnouncementsAsync(0, Announcements, ct);
        await using var api = await ApiRun.ShippedAsync(data, ct);
        await Wrk.RunAsync(api.Address, Mixture(data, ids, run: 0), Seconds);
        var most = await Wrk.RunAsync(api.Address, Mixture(data, ids, run: 1), Seconds);
        promises.Tell("mixed load, as much as it can carry", $"{most.PerSecond:0}/s, p99 {most.P99:0.0} ms");
        promises.NoneFailed("mixed load, as much as it can carry", most.Failed);

        var half = Mixture(data, ids, run: 2) + Pause(most.PerSecond / 2);
        var load = Wrk.RunAsync(api.Address, half, minutes * 60);
        var memory = await WatchAsync(api, load, ct);
        Tell(promises, $"mixed load at half of that for {minutes} minutes", await load, memory);
    }

    static void Tell(Promises promises, string what, Wrk run, List<double> memory)
    {
        promises.Tell(what, $"{run.PerSecond:0}/s, p99 {run.P99:0.0} ms, {run.Requests} requests");
        promises.NoneFailed(what, run.Failed);
        var parts = memory.Chunk((memory.Count / Parts) + 1).Select(part => part.Average()).ToList();
        promises.Under(
            "memory at its end, as a share of the second tenth",
            $"{parts[1]:0} -> {parts[^1]:0} MB, × {parts[^1] / parts[1]:0.00}",
            parts[^1] / parts[1],
            Growth,
            "times"
        );
        promises.Under("most memory meanwhile", $"{memory.Max():0} MB", memory.Max(), Memory, "MB");
    }

    static async Task<List<double>> WatchAsync(ApiRun api, Task load, CancellationToken ct)
    {
        var memory = new List<double>();
        while (await Task.WhenAny(load, Task.Delay(Second, ct)) != load)
            memory.Add(api.Memory);
        return memory;
    }

    // Each client waits before it asks again.
    static string Pause(double perSecond) =>
        FormattableString.Invariant($"\nfunction delay() return {Wrk.Clients * 1000 / perSecond:0} end\n");

    static string Mixture(ApiData data, IReadOnlyList<string> ids, int run)
    {
        var people = Enumerable.Range(run * 2 * People, 2 * People).Select(i => $"soak{i}");
        return $$"""
            local ids = { {{List(ids)}} }
            local words = { {{List(Stored.Words)}} }
            local people = { {{List(people)}} }
            local tokens = { {{List(people.Select(id => data.TokenOf(id, Role.Volunteer)))}} }
            local association = '{{data.TokenOf(Stored.Association(0), Role.Association)}}'
            local k = 0

            local function get(path) return wrk.format('GET', path) end
            local function with(token, method, path, body)
              local headers = { ['Content-Type'] = 'application/json', Authorization = 'Bearer ' .. token }
              return wrk.format(method, path, headers, body)
            end
            local function search(more) return post('{{Questions.Address}}', '{"page":1,"limit":9' .. more .. '}') end
            local function near()
              return search(string.format(',"latitude":%.2f,"longitude":%.2f,"radius":20000', 44 + n(500) / 100, n(500) / 100 - 1))
            end
            local function register()
              local who = worker * {{People}} + math.floor(k / #ids) + 1
              k = k + 1
              return with(tokens[who], 'PATCH', '/announcements/participant/register/' .. ids[k % #ids + 1],
                '{"id":"' .. people[who] .. '","name":"Ada"}')
            end

            function request()
              local dice = n(100)
              return dice < 35 and search('')
                or dice < 45 and search(',"nameEvent":"' .. words[n(#words) + 1] .. '"')
                or dice < 55 and near()
                or dice < 70 and get('/announcements/' .. ids[n(#ids) + 1])
                or dice < 80 and get('/volunteer/volunteer' .. n({{Stored.Givers}}))
                or dice < 90 and get('/association/by-id/association' .. n({{Stored.Givers}}))
                or dice < 92 and with(association, 'GET', '/user/current-user')
                or dice < 93 and with(association, 'GET', '/association-dashboard/association0')
                or dice < 96 and with(association, 'PATCH', '/user/association0/update-connected/true')
                or dice < 98 and with(tokens[1], 'PUT', '/settings/volunteer', '{"twoFactor":false}')
                or register()
            end
            """;
    }

    static string List(IEnumerable<string> texts) => string.Join(", ", texts.Select(text => $"'{text}'"));
}
