using System.Net;
using Benevoclic.Api.Hosting.Errors;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Repeats;
using Benevoclic.Api.Storage;
using Benevoclic.Api.Tests.Frame;
using Benevoclic.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Benevoclic.Api.Tests.Repeats;

/// <summary>What the web client does when an answer is late or a 5xx: the same write again, under the same id.</summary>
public sealed class RepeatedRequestsTests
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_write_that_is_sent_again_is_answered_again_and_not_carried_out()
    {
        var runs = 0;
        await using var api = await StartAsync(() => Task.FromResult(++runs));
        var ada = Someone.With(api, Role.Volunteer);

        var first = await SendAsync(api, ada, "req_1");
        var second = await SendAsync(api, ada, "req_1");

        Assert.Equal((HttpStatusCode.Created, "run 1"), (first.Status, first.Body));
        Assert.Equal(first, second);
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task Another_id_another_person_and_no_id_are_other_requests()
    {
        var runs = 0;
        await using var api = await StartAsync(() => Task.FromResult(++runs));
        var (ada, bob) = (Someone.With(api, Role.Volunteer), Someone.With(api, Role.Volunteer));

        foreach (var (who, id) in new[] { (ada, "req_1"), (bob, "req_1"), (ada, "req_2"), (ada, ""), (ada, "") })
            await SendAsync(api, who, id);

        Assert.Equal(5, runs);
    }

    [Fact]
    public async Task The_second_waits_while_the_first_runs()
    {
        var runs = 0;
        var gate = new TaskCompletionSource();
        await using var api = await StartAsync(async () =>
        {
            Interlocked.Increment(ref runs);
            await gate.Task;
            return runs;
        });
        var ada = Someone.With(api, Role.Volunteer);

        var first = SendAsync(api, ada, "req_1");
        await Eventually.TrueAsync(() => runs == 1, Limit, () => "it does not run");
        var second = SendAsync(api, ada, "req_1");
        await LetPassUntilAsync(api, () => Records(api).Looks > 1, "the second does not look again");
        Assert.False(second.IsCompleted);
        gate.SetResult();
        await first;
        await LetPassUntilAsync(api, () => second.IsCompleted, "the second still waits");

        Assert.Equal(await first, await second);
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task Who_waits_too_long_is_told_to_come_again()
    {
        var gate = new TaskCompletionSource();
        await using var api = await StartAsync(async () =>
        {
            await gate.Task;
            return 1;
        });
        var ada = Someone.With(api, Role.Volunteer);

        var first = SendAsync(api, ada, "req_1");
        var second = SendAsync(api, ada, "req_1");
        await LetPassUntilAsync(api, () => first.IsCompleted || second.IsCompleted, "both still wait");
        gate.SetResult();

        WireAnswer[] answers = [await first, await second];
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.ServiceUnavailable);
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_write_goes_on_when_its_client_hangs_up_and_he_is_told_what_came_of_it()
    {
        var runs = 0;
        var begun = new TaskCompletionSource<HttpContext>();
        var gate = new TaskCompletionSource();
        await using var api = await RunningApi.StartAsync(app =>
            app.MapPost(
                    "/write",
                    async (HttpContext context, CancellationToken ct) =>
                    {
                        var run = ++runs;
                        begun.TrySetResult(context);
                        await gate.Task.WaitAsync(ct);
                        return Results.Text($"run {run}");
                    }
                )
                .For(Role.Volunteer)
        );
        var ada = Someone.With(api, Role.Volunteer);

        using var request = Sending.Request(ada, "req_1", HttpMethod.Post, "/write", "{}");
        using var impatience = new CancellationTokenSource();
        var first = api.Client.SendAsync(request, impatience.Token);
        var connection = (await begun.Task).Features.GetRequiredFeature<IConnectionLifetimeFeature>().ConnectionClosed;
        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await Eventually.TrueAsync(() => connection.IsCancellationRequested, Limit, () => "the server does not see it");
        gate.SetResult();

        var second = await SendAsync(api, ada, "req_1");
        Assert.Equal("run 1", second.Body);
    }

    [Fact]
    public async Task What_failed_or_was_refused_is_tried_again()
    {
        var runs = 0;
        await using var api = await StartAsync(() =>
            ++runs switch
            {
                1 => throw new InvalidOperationException("a bug"),
                2 => throw new UnavailableException("the store"),
                3 => throw ApiException.BadRequest("full"),
                _ => Task.FromResult(runs),
            }
        );
        var ada = Someone.With(api, Role.Volunteer);

        var statuses = new List<int>();
        for (var i = 0; i < 4; i++)
            statuses.Add((int)(await SendAsync(api, ada, "req_1")).Status);

        Assert.Equal([500, 503, 400, 201], statuses);
    }

    [Fact]
    public async Task Every_try_of_a_request_adds_under_the_same_id_and_another_request_under_another()
    {
        var ids = new List<string>();
        await using var api = await RunningApi.StartAsync(app =>
            app.MapPost(
                    "/write",
                    IResult (NewId id) =>
                    {
                        ids.Add(id.Text);
                        throw new UnavailableException("the store");
                    }
                )
                .For(Role.Volunteer)
        );
        var ada = Someone.With(api, Role.Volunteer);

        foreach (var id in new[] { "req_1", "req_1", "req_2", "", "" })
            await SendAsync(api, ada, id);

        Assert.Equal(ids[0], ids[1]);
        Assert.Equal(4, ids.Distinct().Count());
    }

    [Fact]
    public async Task A_store_that_hangs_is_not_waited_for_twice()
    {
        await using var api = await RunningApi.StartAdjustedAsync(
            builder => builder.Services.AddSingleton<IRequestRecords, HangingRecords>(),
            app => app.MapPost("/write", IResult () => throw new UnavailableException("the store")).For(Role.Volunteer)
        );

        var answer = SendAsync(api, Someone.With(api, Role.Volunteer), "req_1");
        await Eventually.TrueAsync(
            () =>
            {
                api.Clock.Advance(TimeSpan.FromMilliseconds(100));
                return answer.IsCompleted;
            },
            Limit,
            () => "it waits for the store"
        );

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await answer).Status);
    }

    [Fact]
    public async Task An_answer_is_kept_for_two_minutes()
    {
        var runs = 0;
        await using var api = await StartAsync(() => Task.FromResult(++runs));
        var ada = Someone.With(api, Role.Volunteer);

        await SendAsync(api, ada, "req_1");
        api.Clock.Advance(TimeSpan.FromSeconds(119));
        await SendAsync(api, ada, "req_1");
        Assert.Equal(1, runs);
        api.Clock.Advance(TimeSpan.FromSeconds(2));
        await SendAsync(api, ada, "req_1");
        Assert.Equal(2, runs);
    }

    static WatchedRecords Records(RunningApi api) => (WatchedRecords)api.Get<IRequestRecords>();

    static Task LetPassUntilAsync(RunningApi api, Func<bool> condition, string otherwise) =>
        Eventually.TrueAsync(
            () =>
            {
                Records(api).LetPass(api.Clock);
                return condition();
            },
            Limit,
            () => otherwise
        );

    static Task<RunningApi> StartAsync(Func<Task<int>> run) =>
        RunningApi.StartAdjustedAsync(
            WatchedRecords.Watch,
            app =>
                app.MapPost("/write", async () => Results.Text($"run {await run()}", statusCode: 201))
                    .For(Role.Volunteer)
        );

    static Task<WireAnswer> SendAsync(RunningApi api, Someone who, string id) =>
        api.SendAsync(who, id, HttpMethod.Post, "/write", "{}");

    /// <summary>Takes a request, and answers nothing from then on.</summary>
    sealed class HangingRecords : IRequestRecords
    {
        readonly Task<bool> _never = new TaskCompletionSource<bool>().Task;

        public Task<bool> BeginAsync(RequestRecord request, CancellationToken ct) => Task.FromResult(true);

        public Task<RequestRecord?> FindAsync(string key, CancellationToken ct) => throw new NotSupportedException();

        public Task<bool> TakeOverAsync(RequestRecord abandoned, RequestRecord request, CancellationToken ct) => _never;

        public Task KeepAsync(string key, KeptAnswer answer, CancellationToken ct) => _never;

        public Task LetGoAsync(RequestRecord run, CancellationToken ct) => _never;
    }
}
