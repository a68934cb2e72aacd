using Benevoclic.Api.Repeats;
using Benevoclic.Api.Tests.Frame;

namespace Benevoclic.Api.Tests.Repeats;

public sealed class RequestRecordsContract
{
    // By MongoDB's own clock, which removes what has expired, still to come.
    static readonly DateTimeOffset Now = new(2126, 11, 22, 14, 38, 28, TimeSpan.Zero);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachStore]
    public async Task Of_many_who_begin_at_once_one_may_and_what_a_dead_process_left_is_taken_over_by_one(
        StoreKind kind
    )
    {
        await using var store = await TestStore.OpenAsync(kind);
        var requests = store.Get<IRequestRecords>();

        var begun = await Crowd.AskAsync(Many(() => requests.BeginAsync(RequestRecord.New("k", "id", Now), Ct)));
        Assert.Single(begun, isFirst => isFirst);

        var left = (await requests.FindAsync("k", Ct))!;
        Assert.False(left.IsAbandoned(Now.AddSeconds(29)));
        Assert.True(left.IsAbandoned(Now.AddSeconds(31)));
        var again = left.Again("another", Now.AddSeconds(31));
        var taken = await Crowd.AskAsync(Many(() => requests.TakeOverAsync(left, again, Ct)));
        Assert.Single(taken, isOurs => isOurs);
    }

    [Theory, EachStore]
    public async Task An_answer_is_kept(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var requests = store.Get<IRequestRecords>();
        await requests.BeginAsync(RequestRecord.New("k", "id", Now), Ct);

        await requests.KeepAsync("k", new(201, "text/plain", "é"), Ct);

        var kept = (await requests.FindAsync("k", Ct))!;
        Assert.Equal(new KeptAnswer(201, "text/plain", "é"), kept.Answer);
        Assert.False(kept.IsAbandoned(Now.AddMinutes(2)));
        Assert.True(kept.IsAbandoned(Now.AddMinutes(2.1)));
    }

    [Theory, EachStore]
    public async Task What_is_let_go_is_taken_over_at_once_by_one_who_adds_the_same(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var requests = store.Get<IRequestRecords>();
        var first = RequestRecord.New("k", "id", Now);
        await requests.BeginAsync(first, Ct);

        await requests.LetGoAsync(first, Ct);

        var left = (await requests.FindAsync("k", Ct))!;
        Assert.True(left.IsAbandoned(Now));
        // In the same millisecond too.
        var again = left.Again("another", Now);
        Assert.Equal("id", again.NewId);
        var taken = await Crowd.AskAsync(Many(() => requests.TakeOverAsync(left, again, Ct)));
        Assert.Single(taken, isOurs => isOurs);
        Assert.Equal("id", (await requests.FindAsync("k", Ct))!.NewId);
    }

    [Theory, EachStore]
    public async Task Nobody_lets_go_of_what_another_has_taken_over(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var requests = store.Get<IRequestRecords>();
        var slow = RequestRecord.New("k", "id", Now);
        await requests.BeginAsync(slow, Ct);
        await requests.TakeOverAsync(slow, slow.Again("another", Now.AddSeconds(31)), Ct);

        await requests.LetGoAsync(slow, Ct);
        await requests.LetGoAsync(RequestRecord.New("k", "never begun", Now.AddSeconds(31)), Ct);

        Assert.False((await requests.FindAsync("k", Ct))!.IsAbandoned(Now.AddSeconds(32)));
    }

    [Fact]
    public void After_its_time_the_same_key_is_another_request()
    {
        var first = RequestRecord.New("k", "id", Now);

        Assert.Equal("id", first.Again("another", Now.AddMinutes(2)).NewId);
        Assert.Equal("another", first.Again("another", Now.AddMinutes(2.1)).NewId);
    }

    static IEnumerable<Func<Task<T>>> Many<T>(Func<Task<T>> ask) => Enumerable.Repeat(ask, 30);
}
