using System.Net;
using System.Text;
using Benevoclic.Api.Favorites;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Tests.Frame;
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
        // Long enough that it has looked once, and its patience is not over.
        for (var looks = 0; looks < 10; looks++)
        {
            await pair.LetPassAsync();
        }
        Assert.False(second.IsCompleted);
        gate.SetResult();
        await first;
        while (!second.IsCompleted)
        {
            await pair.LetPassAsync();
        }

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

        /// <param name="run">What POST /write does; its number is the answer.</param>
        public static async Task<Pair> StartAsync(Func<Task<int>> run)
        {
            Assert.SkipWhen(TestStore.WhyNoMongo is not null, TestStore.WhyNoMongo ?? "");
            var settings = TestStore.SettingsFor(StoreKind.Mongo, $"test-{Guid.CreateVersion7():N}");
            return new(await RunningApi.StartAsync(Write, settings), await RunningApi.StartAsync(Write, settings));

            void Write(WebApplication app) =>
                app.MapPost("/write", async () => Results.Text($"run {await run()}", statusCode: 201))
                    .For(Role.Volunteer);
        }

        public async Task<WireAnswer> SendAsync(RunningApi to, string id)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/write");
            // Each has a key of its own for tokens; with Firebase they share one.
            request.Headers.Authorization = new("Bearer", Someone.With(to, Role.Volunteer, _uid).Token);
            request.Headers.Add("X-Request-ID", id);
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
            using var answer = await to.Client.SendAsync(request, Ct);
            return new(answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct));
        }

        /// <summary>A moment on the other's clock; the store answers in its own time, which no clock of ours moves.</summary>
        public Task LetPassAsync()
        {
            other.Clock.Advance(TimeSpan.FromMilliseconds(50));
            return Task.Delay(20, Ct);
        }

        public async ValueTask DisposeAsync()
        {
            await one.DisposeAsync();
            await other.DisposeAsync();
        }
    }
}
