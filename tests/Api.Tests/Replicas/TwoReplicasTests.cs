using System.Net;
using Benevoclic.Api.Favorites;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Repeats;
using Benevoclic.Api.Tests.Frame;
using Benevoclic.Api.Tests.Repeats;
using Benevoclic.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Benevoclic.Api.Tests.Replicas;

/// <summary>Two whole APIs on one MongoDB, as on a swarm: what the one has done, the other does not do again.</summary>
public sealed class TwoReplicasTests
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_write_that_is_sent_again_to_the_other_is_answered_as_the_first_and_not_carried_out()
    {
        var runs = 0;
        await using var pair = await Pair.StartAsync(() => Task.FromResult(Interlocked.Increment(ref runs)));

        var first = await pair.SendAsync(pair.One, "req_1");
        var second = await pair.SendAsync(pair.Other, "req_1");
        var another = await pair.SendAsync(pair.Other, "req_2");

        Assert.Equal(new WireAnswer(HttpStatusCode.Created, "run 1"), first);
        Assert.Equal(first, second);
        Assert.Equal("run 2", another.Body);
        Assert.Equal(2, runs);
    }

    [Fact]
    public async Task The_other_waits_while_the_first_still_runs()
    {
        var runs = 0;
        var gate = new TaskCompletionSource();
        await using var pair = await Pair.StartAsync(async () =>
        {
            var run = Interlocked.Increment(ref runs);
            await gate.Task;
            return run;
        });

        var first = pair.SendAsync(pair.One, "req_1");
        await Eventually.TrueAsync(() => runs == 1, Limit, () => "it does not run");
        var second = pair.SendAsync(pair.Other, "req_1");
        await pair.LetPassUntilAsync(() => pair.OthersLooks > 1, "the other does not look again");
        Assert.False(second.IsCompleted);
        gate.SetResult();
        await first;
        await pair.LetPassUntilAsync(() => second.IsCompleted, "the other still waits");

        Assert.Equal(await first, await second);
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task A_night_is_cleaned_once_by_one_of_the_two()
    {
        await using var pair = await Pair.StartAsync(() => Task.FromResult(0));
        await pair.One.Get<IFavorites>().AddAsync(Favorite.Of("gone", "6920123e567f0123456789ab"), Ct);

        // From 15:38 in Paris to a quarter past two, then past three: who is cleaned away takes his favourites along.
        await AdvanceAsync(TimeSpan.FromHours(10.625), said: 2);
        await AdvanceAsync(TimeSpan.FromHours(1), said: 4);

        foreach (var job in new[] { "favorites", "people" })
        {
            Assert.Single(Said($"The night's cleaning of {job} removed"));
            Assert.Single(Said($"The night's cleaning of {job} is another instance's"));
        }
        Assert.Single(Said("The night's cleaning of favorites removed 1"));
        Assert.Empty(await pair.Other.Get<IFavorites>().ListAsync(Ct));

        async Task AdvanceAsync(TimeSpan time, int said)
        {
            foreach (var api in pair.Both)
                api.Clock.Advance(time);
            await Eventually.TrueAsync(
                () => Said("The night's cleaning of ").Count == said,
                Limit,
                () => string.Join('\n', Said("cleaning"))
            );
        }

        List<string> Said(string words) =>
            [.. pair.Both.SelectMany(api => api.Log.All).Where(line => line.Contains(words, StringComparison.Ordinal))];
    }

    /// <summary>The two, on a database of their own.</summary>
    sealed class Pair(RunningApi one, RunningApi other) : IAsyncDisposable
    {
        readonly string _uid = $"ada{Guid.CreateVersion7():N}";

        public RunningApi One => one;

        public RunningApi Other => other;

        public RunningApi[] Both => [one, other];

        /// <summary>How often it has looked whether the first is done.</summary>
        public int OthersLooks => Records.Looks;

        WatchedRecords Records => (WatchedRecords)other.Get<IRequestRecords>();

        /// <param name="run">What POST /write does; its number is the answer.</param>
        public static async Task<Pair> StartAsync(Func<Task<int>> run)
        {
            Assert.SkipWhen(TestStore.WhyNoMongo is not null, TestStore.WhyNoMongo ?? "");
            var settings = TestStore.SettingsFor(StoreKind.Mongo, $"test-{Guid.CreateVersion7():N}");
            return new(
                await RunningApi.StartAsync(Write, settings),
                await RunningApi.StartAdjustedAsync(WatchedRecords.Watch, Write, settings)
            );

            void Write(WebApplication app) =>
                app.MapPost("/write", async () => Results.Text($"run {await run()}", statusCode: 201))
                    .For(Role.Volunteer);
        }

        // Each has a key of its own for tokens; with Firebase they share one.
        public Task<WireAnswer> SendAsync(RunningApi to, string id) =>
            to.SendAsync(Someone.With(to, Role.Volunteer, _uid), id, HttpMethod.Post, "/write", "{}");

        /// <summary>On the other's clock.</summary>
        public Task LetPassUntilAsync(Func<bool> condition, string otherwise) =>
            Eventually.TrueAsync(
                () =>
                {
                    Records.LetPass(other.Clock);
                    return condition();
                },
                Limit,
                () => otherwise
            );

        public async ValueTask DisposeAsync()
        {
            await one.DisposeAsync();
            await other.DisposeAsync();
        }
    }
}
