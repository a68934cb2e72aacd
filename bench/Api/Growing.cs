using System.Diagnostics;
using System.Text;
using Benevoclic.Api.Accounts;
using Benevoclic.Api.Storage;

namespace Benevoclic.Bench.Api;

/// <summary>
/// What ten times as many announcements cost a search: first elsewhere in other words, so that the same are found; then here, so that
/// ten times as many are found. Cold is a search right after somebody wrote something, when nothing is remembered.
/// </summary>
static class Growing
{
    const int Few = 10_000;
    const int Many = 100_000;
    const int Searches = 200;
    const double Promised = 1.5;

    static readonly (string What, Func<int, string> Body)[] Kinds =
    [
        ("first page", _ => Questions.FirstPage),
        ("by distance", Questions.Near),
        ("by text", Questions.About),
    ];

    public static async Task RunAsync(Promises promises, CancellationToken ct)
    {
        await using var data = ApiData.OnSqlite();
        await data.Stored.AddPeopleAsync(Stored.Givers, ct);
        await data.Stored.AddAnnouncementsAsync(0, Few, ct);
        var few = await MeasureAsync(data, ct);
        await data.Stored.AddElsewhereAsync(Few, Many - Few, ct);
        Tell(promises, "100,000, as many found", few, await MeasureAsync(data, ct));

        await using var more = ApiData.OnSqlite();
        await more.Stored.AddPeopleAsync(Stored.Givers, ct);
        await more.Stored.AddAnnouncementsAsync(0, Many, ct);
        Tell(promises, "100,000, ten times as many found", few, await MeasureAsync(more, ct));
    }

    static void Tell(Promises promises, string what, IReadOnlyList<Times> few, IReadOnlyList<Times> many)
    {
        foreach (var (i, (kind, _)) in Kinds.Index())
        {
            Tell(promises, $"search {kind}, {what}, cold", few[i].Cold, many[i].Cold);
            Tell(promises, $"search {kind}, {what}, remembered", few[i].Remembered, many[i].Remembered);
        }
    }

    static void Tell(Promises promises, string what, double few, double many) =>
        promises.Under(what, $"{few:0.00} -> {many:0.00} ms, × {many / few:0.00}", many / few, Promised, "times");

    static async Task<IReadOnlyList<Times>> MeasureAsync(ApiData data, CancellationToken ct)
    {
        await using var api = await ApiRun.ShippedAsync(data, ct);
        using var http = new HttpClient { BaseAddress = api.Address };
        var times = new List<Times>();
        foreach (var (_, body) in Kinds)
        {
            await ManyAsync(i => TimeAsync(http, body(i), ct));
            var cold = await ManyAsync(async i =>
            {
                await WriteAsync(data, ct);
                return await TimeAsync(http, body(i), ct);
            });
            times.Add(new(cold, await ManyAsync(_ => TimeAsync(http, body(0), ct))));
            Console.Error.Write('.');
        }
        Console.Error.WriteLine();
        return times;
    }

    // What is remembered holds until anything is committed, by any process.
    static Task WriteAsync(ApiData data, CancellationToken ct) =>
        data.Get<IUsers>().ChangeAsync(Stored.Association(0), Document.Of(("isOnline", true)), ct);

    /// <summary>The median, in milliseconds.</summary>
    static async Task<double> ManyAsync(Func<int, Task<double>> once)
    {
        var times = new List<double>();
        for (var i = 0; i < Searches; i++)
            times.Add(await once(i));
        return Wrk.Median(times);
    }

    static async Task<double> TimeAsync(HttpClient http, string body, CancellationToken ct)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var watch = Stopwatch.StartNew();
        using var answer = await http.PostAsync(Questions.Address, content, ct);
        await answer.Content.ReadAsByteArrayAsync(ct);
        answer.EnsureSuccessStatusCode();
        return watch.Elapsed.TotalMilliseconds;
    }

    /// <param name="Cold">Milliseconds.</param>
    /// <param name="Remembered">Milliseconds.</param>
    sealed record Times(double Cold, double Remembered);
}
