namespace Benevoclic.Bench.Api;

/// <summary>What visitors read, with ten thousand of everything in SQLite, as shares of what an endpoint without any work gets.</summary>
static class Reading
{
    const int Count = 10_000;
    const int Rounds = 5;
    const int Seconds = 4;

    const double ShareOfReads = 0.4;
    const double ShareOfSearch = 0.25;
    const double SearchesPerSecond = 2000;
    const double SearchP99 = 50;
    const double Memory = 150;

    static readonly Question Nothing = new("GET /empty, does nothing", Wrk.Get($"'{ApiServer.Empty}'"));
    static readonly Question Volunteer = new("GET /volunteer/:id", Wrk.Get($"'/volunteer/volunteer' .. n({Count})"));
    static readonly Question Association = new(
        "GET /association/by-id/:id",
        Wrk.Get($"'/association/by-id/association' .. n({Count})")
    );
    static readonly Question Search = new("public search, first page of 9", Questions.Always(Questions.FirstPage));
    static readonly Question Others = new("public search, each another hour: nothing remembered", Questions.Never(""));

    static readonly Question[] All = [Nothing, Volunteer, Association, Search, Others];

    public static async Task RunAsync(Promises promises, CancellationToken ct)
    {
        await using var data = ApiData.OnSqlite();
        await data.Stored.AddPeopleAsync(Count, ct);
        await data.Stored.AddAnnouncementsAsync(0, Count, ct);
        Tell(promises, await RoundsAsync(data, ct));
        await TellMemoryAsync(promises, data, ct);
    }

    // In turns, so that what else the machine does falls on all of them.
    static async Task<ILookup<Question, Wrk>> RoundsAsync(ApiData data, CancellationToken ct)
    {
        await using var api = await ApiRun.WithEmptyAsync(data, ct);
        var runs = new List<(Question Question, Wrk Run)>();
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var question in All)
            {
                ct.ThrowIfCancellationRequested();
                var run = await Wrk.RunAsync(api.Address, question.Lua, Seconds);
                // The first round is the compiler's.
                if (round > 0)
                    runs.Add((question, run));
            }
            Console.Error.Write('.');
        }
        Console.Error.WriteLine();
        return runs.ToLookup(run => run.Question, run => run.Run);
    }

    static void Tell(Promises promises, ILookup<Question, Wrk> runs)
    {
        var empty = Wrk.Of([.. runs[Nothing]]);
        promises.Tell(Nothing.What, $"{empty.PerSecond:0}/s, p99 {empty.P99:0.0} ms");
        foreach (var question in All[1..])
        {
            var own = Wrk.Of([.. runs[question]]);
            var share = Wrk.Median(
                runs[question].Zip(runs[Nothing], (one, nothing) => one.PerSecond / nothing.PerSecond)
            );
            var promised = question == Volunteer || question == Association ? ShareOfReads : ShareOfSearch;
            promises.AtLeast(
                question.What,
                $"{own.PerSecond:0}/s, p99 {own.P99:0.0} ms; {share:0.00} of the empty one",
                share,
                promised
            );
            promises.NoneFailed(question.What, own.Failed);
        }
        var search = Wrk.Of([.. runs[Search]]);
        promises.AtLeast($"{Search.What}, a second", $"{search.PerSecond:0}", search.PerSecond, SearchesPerSecond);
        promises.Under($"{Search.What}, worst p99", $"{search.P99:0.0} ms", search.P99, SearchP99, "ms");
    }

    static async Task TellMemoryAsync(Promises promises, ApiData data, CancellationToken ct)
    {
        await using var api = await ApiRun.ShippedAsync(data, ct);
        var atStart = api.Memory;
        foreach (var question in All[1..])
            await Wrk.RunAsync(api.Address, question.Lua, Seconds);
        promises.Under(
            "resident memory after these loads",
            $"{api.Memory:0} MB ({atStart:0} after the start)",
            api.Memory,
            Memory,
            "MB"
        );
    }

    sealed record Question(string What, string Lua);
}
