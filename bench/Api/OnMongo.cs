using System.Text;

namespace Benevoclic.Bench.Api;

/// <summary>The public search on MongoDB: what it costs the API itself, and how often it asks the database.</summary>
static class OnMongo
{
    const int Count = 1_000;
    const int Seconds = 8;
    const int Counted = 100;
    const double CpuMilliseconds = 0.5;

    const string What = "public search on the MongoDB stand-in, 1,000 announcements";

    public static async Task RunAsync(Promises promises, CancellationToken ct)
    {
        if (!MongoStandIn.IsInstalled)
        {
            promises.Skip(What, MongoStandIn.WhyNot);
            return;
        }
        await TellCpuAsync(promises, ct);
        await TellCommandsAsync(promises, ct);
    }

    static async Task TellCpuAsync(Promises promises, CancellationToken ct)
    {
        await using var mongo = await MongoStandIn.StartAsync(countsCommands: false, ct);
        await using var data = await FillAsync(mongo, ct);
        await using var api = await ApiRun.ShippedAsync(data, ct);
        await Wrk.RunAsync(api.Address, Questions.Always(Questions.FirstPage), Seconds);
        foreach (
            var (kind, body) in new[]
            {
                ("first page", Questions.FirstPage),
                ("by distance", Questions.Near(7)),
                ("by text", Questions.About(3)),
            }
        )
        {
            var before = api.Cpu;
            var run = await Wrk.RunAsync(api.Address, Questions.Always(body), Seconds);
            var cpu = (api.Cpu - before).TotalMilliseconds / run.Requests;
            promises.Under(
                $"{What}, {kind}: the API's own CPU",
                $"{cpu:0.00} ms a search, {run.PerSecond:0}/s, {run.Failed} failed",
                cpu,
                CpuMilliseconds,
                "ms"
            );
        }
    }

    static async Task TellCommandsAsync(Promises promises, CancellationToken ct)
    {
        await using var mongo = await MongoStandIn.StartAsync(countsCommands: true, ct);
        await using var data = await FillAsync(mongo, ct);
        await using var api = await ApiRun.ShippedAsync(data, ct);
        using var http = new HttpClient { BaseAddress = api.Address };
        foreach (var limit in new[] { 9, 100 })
        {
            var before = mongo.Commands;
            for (var i = 0; i < Counted; i++)
            {
                using var body = new StringContent(
                    $$"""{"page":1,"limit":{{limit}}}""",
                    Encoding.UTF8,
                    "application/json"
                );
                using var answer = await http.PostAsync(Questions.Address, body, ct);
                answer.EnsureSuccessStatusCode();
            }
            promises.Tell(
                $"{What}, page of {limit}: database commands",
                $"{(mongo.Commands - before) / (double)Counted:0.0} a search"
            );
        }
    }

    static async Task<ApiData> FillAsync(MongoStandIn mongo, CancellationToken ct)
    {
        var data = await ApiData.OnMongoAsync(mongo.Url, ct);
        await data.Stored.AddPeopleAsync(Stored.Givers, ct);
        await data.Stored.AddAnnouncementsAsync(0, Count, ct);
        return data;
    }
}
