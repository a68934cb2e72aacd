using System.Diagnostics;
using Benevoclic.Api.Associations;
using Benevoclic.Api.Storage;

namespace Benevoclic.Bench.Api;

/// <summary>Two hundred people join one association's waiting list at once: is each there, and once? On both backends.</summary>
static class Joins
{
    const int People = 200;

    public static async Task RunAsync(Promises promises, CancellationToken ct)
    {
        await using (var data = ApiData.OnSqlite())
            await TellAsync(promises, "SQLite", data, ct);
        if (!MongoStandIn.IsInstalled)
        {
            promises.Skip("the same on the MongoDB stand-in", MongoStandIn.WhyNot);
            return;
        }
        await using var mongo = await MongoStandIn.StartAsync(countsCommands: false, ct);
        await using var onMongo = await ApiData.OnMongoAsync(mongo.Url, ct);
        await TellAsync(promises, "the MongoDB stand-in", onMongo, ct);
    }

    // Everybody comes twice: the second time is refused.
    static async Task TellAsync(Promises promises, string backend, ApiData data, CancellationToken ct)
    {
        var associations = data.Get<IAssociations>();
        await associations.AddAsync(new(Document.Of(("associationId", "croix"))), ct);
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(
            Enumerable
                .Range(0, 2 * People)
                .Select(i => associations.AddWaitingAsync("croix", new($"ada{i % People}", "Ada"), ct))
        );
        var time = watch.Elapsed.TotalMilliseconds;

        var waiting = (await associations.FindAsync("croix", ct))!.Document.List("volunteersWaiting");
        var there = waiting.Select(person => person.Text("volunteerId")).Distinct().Count();
        promises.NoneFailed(
            $"{People} people join one association twice each at once, {backend} ({time:0} ms): lost or doubled",
            (People - there) + (waiting.Count - there)
        );
    }
}
