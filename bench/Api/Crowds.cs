using Benevoclic.Api.Identity;

namespace Benevoclic.Bench.Api;

/// <summary>What is asked of many announcements at once: all of them, places in them, an association's view of its own.</summary>
static class Crowds
{
    const int Count = 1_000;
    const int Seconds = 6;

    const int People = 1_000;
    const int Events = 100;

    const double ListsPerSecond = 100;
    const double ListMemory = 250;
    const double RegistrationsPerSecond = 1_000;
    const double P99 = 50;

    // One association has them all.
    const int Giver = 0;

    public static async Task RunAsync(Promises promises, CancellationToken ct)
    {
        await using var data = ApiData.OnSqlite();
        await data.Stored.AddPeopleAsync(Stored.Givers, ct);
        var all = Enumerable.Range(0, Count).Select(i => Stored.AnAnnouncement(i, Giver, Stored.Words, (2.0, 46.5)));
        await data.Stored.AddAsync(all, ct);
        await TellListAsync(promises, data, ct);
        await TellDashboardAsync(promises, data, ct);

        await using var events = ApiData.OnSqlite();
        var open = Enumerable
            .Range(0, 4 * Events)
            .Select(i =>
                Stored.AnAnnouncement(i, i % Stored.Givers, Stored.Words, (2.0, 46.5)).With(("maxParticipants", -1))
            );
        var ids = await events.Stored.AddAsync(open, ct);
        await TellRegistrationsAsync(promises, events, [.. ids.Take(2 * Events)], withRequestIds: false, ct);
        await TellRegistrationsAsync(promises, events, [.. ids.Skip(2 * Events)], withRequestIds: true, ct);
    }

    static async Task TellListAsync(Promises promises, ApiData data, CancellationToken ct)
    {
        await using var api = await ApiRun.ShippedAsync(data, ct);
        var script = Wrk.Get("'/announcements/allAnnouncements'");
        await Wrk.RunAsync(api.Address, script, Seconds);
        var before = api.Cpu;
        var run = await Wrk.RunAsync(api.Address, script, Seconds);
        promises.AtLeast(
            "all announcements, 1,000 stored, 32 clients",
            $"{run.PerSecond:0}/s, p99 {run.P99:0} ms, {run.Failed} failed; {(api.Cpu - before).TotalMilliseconds / run.Requests:0.0} ms of CPU each",
            run.PerSecond,
            ListsPerSecond
        );
        promises.NoneFailed("all announcements", run.Failed);
        promises.Under("most memory meanwhile", $"{api.MostMemory:0} MB", api.MostMemory, ListMemory, "MB");
    }

    static async Task TellDashboardAsync(Promises promises, ApiData data, CancellationToken ct)
    {
        await using var api = await ApiRun.ShippedAsync(data, ct);
        var token = data.TokenOf(Stored.Association(Giver), Role.Association);
        var script = $$"""
            function request()
              return wrk.format('GET', '/association-dashboard/{{Stored.Association(
                Giver
            )}}', { Authorization = 'Bearer {{token}}' })
            end
            """;
        await Wrk.RunAsync(api.Address, script, Seconds, clients: 1);
        foreach (var clients in new[] { 1, 4, Wrk.Clients })
        {
            var before = api.Cpu;
            var run = await Wrk.RunAsync(api.Address, script, Seconds, clients);
            promises.Under(
                $"dashboard over 1,000 announcements, {clients} at once: p99",
                $"{run.P99:0.0} ms, {run.PerSecond:0}/s, {run.Failed} failed; {(api.Cpu - before).TotalMilliseconds / run.Requests:0.0} ms of CPU each",
                run.P99,
                P99,
                "ms"
            );
            promises.NoneFailed($"dashboard over 1,000 announcements, {clients} at once", run.Failed);
        }
    }

    static async Task TellRegistrationsAsync(
        Promises promises,
        ApiData data,
        IReadOnlyList<string> ids,
        bool withRequestIds,
        CancellationToken ct
    )
    {
        await using var api = await ApiRun.ShippedAsync(data, ct);
        // While the compiler is at work, to other announcements.
        await Wrk.RunAsync(api.Address, Registering(data, [.. ids.Take(Events)], withRequestIds), Seconds);
        var before = api.Cpu;
        var run = await Wrk.RunAsync(api.Address, Registering(data, [.. ids.Skip(Events)], withRequestIds), Seconds);
        var what =
            $"registrations of 1,000 people to 100 announcements{(withRequestIds ? ", each with an X-Request-ID" : "")}";
        promises.AtLeast(
            what,
            $"{run.PerSecond:0}/s, {run.Requests / Events} an announcement, {run.Failed} failed; {(api.Cpu - before).TotalMilliseconds / run.Requests:0.00} ms of CPU each",
            run.PerSecond,
            RegistrationsPerSecond
        );
        promises.Under($"{what}: p99", $"{run.P99:0.0} ms", run.P99, P99, "ms");
        promises.NoneFailed(what, run.Failed);
    }

    // Everybody comes to every announcement once; each thread has half of the announcements.
    static string Registering(ApiData data, IReadOnlyList<string> ids, bool withRequestIds)
    {
        var group = withRequestIds ? "with" : "without";
        var tokens = Enumerable.Range(0, People).Select(i => $"'{data.TokenOf($"{group}{i}", Role.Volunteer)}'");
        return $$"""
            local tokens = { {{string.Join(", ", tokens)}} }
            local ids = { {{string.Join(", ", ids.Select(id => $"'{id}'"))}} }
            local half = #ids / 2
            local k = 0
            function request()
              local person = math.floor(k / half) % #tokens
              local id = ids[worker * half + k % half + 1]
              local headers = { ['Content-Type'] = 'application/json', Authorization = 'Bearer ' .. tokens[person + 1] }
              {{(withRequestIds ? "headers['X-Request-ID'] = 'req_' .. worker .. '_' .. k" : "")}}
              k = k + 1
              local body = '{"id":"{{group}}' .. person .. '","name":"Zoé Le Goff"}'
              return wrk.format('PATCH', '/announcements/participant/register/' .. id, headers, body)
            end
            """;
    }
}
