using System.Net;
using System.Text;
using Benevoclic.Api.Hosting.Errors;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Repeats;
using Benevoclic.Api.Support;
using Benevoclic.Api.Tests.Frame;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Benevoclic.Api.Tests.Repeats;

/// <summary>What the web client does when an answer is late or a 5xx: the same write again, under the same id.</summary>
public sealed class RepeatedRequestsTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

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
        await Harness.Eventually.TrueAsync(() => runs == 1, TimeSpan.FromSeconds(20), () => "it does not run");
        var second = SendAsync(api, ada, "req_1");
        gate.SetResult();
        await first;
        while (!second.IsCompleted)
        {
            api.Clock.Advance(TimeSpan.FromMilliseconds(50));
            // The store answers in its own time, which no clock of ours moves.
            await Task.Delay(20, Ct);
        }

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
        while (!first.IsCompleted && !second.IsCompleted)
        {
            api.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(1, Ct);
        }
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

        using var request = Request(ada, "req_1", HttpMethod.Post, "/write", "{}");
        using var impatience = new CancellationTokenSource();
        var first = api.Client.SendAsync(request, impatience.Token);
        var connection = (await begun.Task).Features.GetRequiredFeature<IConnectionLifetimeFeature>().ConnectionClosed;
        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await Harness.Eventually.TrueAsync(
            () => connection.IsCancellationRequested,
            TimeSpan.FromSeconds(20),
            () => "the server does not see it"
        );
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
    public async Task A_store_that_hangs_is_not_waited_for_twice()
    {
        await using var api = await RunningApi.StartAdjustedAsync(
            builder => builder.Services.AddSingleton<IRequestRecords, HangingRecords>(),
            app => app.MapPost("/write", IResult () => throw new UnavailableException("the store")).For(Role.Volunteer)
        );

        var answer = SendAsync(api, Someone.With(api, Role.Volunteer), "req_1");
        await Harness.Eventually.TrueAsync(
            () =>
            {
                api.Clock.Advance(TimeSpan.FromMilliseconds(100));
                return answer.IsCompleted;
            },
            TimeSpan.FromSeconds(20),
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

    [Theory, EachStore]
    public async Task Of_many_who_begin_at_once_one_may_and_what_a_dead_process_left_is_taken_over_by_one(
        StoreKind kind
    )
    {
        await using var store = await TestStore.OpenAsync(kind);
        var requests = store.Get<IRequestRecords>();
        var now = new DateTimeOffset(2026, 11, 22, 14, 38, 28, TimeSpan.Zero);

        var begun = await Crowd.AskAsync(Many(() => requests.BeginAsync(RequestRecord.New("k", now), Ct)));
        Assert.Single(begun, isFirst => isFirst);

        var left = (await requests.FindAsync("k", Ct))!;
        Assert.False(left.IsAbandoned(now.AddSeconds(29)));
        Assert.True(left.IsAbandoned(now.AddSeconds(31)));
        var again = RequestRecord.New("k", now.AddSeconds(31));
        var taken = await Crowd.AskAsync(Many(() => requests.TakeOverAsync(left, again, Ct)));
        Assert.Single(taken, isOurs => isOurs);

        await requests.KeepAsync("k", new(201, "text/plain", "é"), Ct);
        Assert.Equal(new KeptAnswer(201, "text/plain", "é"), (await requests.FindAsync("k", Ct))!.Answer);
        await requests.ReleaseAsync("k", Ct);
        Assert.Null(await requests.FindAsync("k", Ct));
    }

    [Fact]
    public async Task A_registration_that_is_sent_again_is_no_second_one()
    {
        await using var api = await RunningApi.StartAsync();
        var croix = Someone.With(api, Role.Association);
        var ada = Someone.With(api, Role.Volunteer);
        var added = await api.Get<Benevoclic.Api.Announcements.IAnnouncements>()
            .AddAsync(Announcements.AnAnnouncement.With(("associationId", croix.Uid)), Ct);
        var body = $$"""{"id":"{{ada.Uid}}","name":"Ada"}""";
        var address = $"/announcements/participant/register/{added.Id}";

        var first = await SendAsync(api, ada, "req_1", HttpMethod.Patch, address, body);
        var second = await SendAsync(api, ada, "req_1", HttpMethod.Patch, address, body);
        var third = await SendAsync(api, ada, "req_2", HttpMethod.Patch, address, body);

        Assert.Equal((HttpStatusCode.OK, body), (first.Status, first.Body));
        Assert.Equal(first, second);
        Assert.Equal(HttpStatusCode.BadRequest, third.Status);
    }

    [Fact]
    public async Task A_report_of_somebody_unknown_that_is_sent_again_is_no_second_one()
    {
        await using var api = await RunningApi.StartAsync();
        const string Body = """{"type":"OTHER","category":"OTHER","description":"help"}""";

        var first = await ReportAsync(api, "req_1", Body);
        var second = await ReportAsync(api, "req_1", Body);
        Assert.Equal(HttpStatusCode.Created, first.Status);
        Assert.Equal(first, second);

        // Whoever guesses an id learns nothing by it, and takes nobody's place.
        var guessed = await ReportAsync(api, "req_1", Body.Replace("help", "show me", StringComparison.Ordinal));
        Assert.NotEqual(first["_id"], guessed["_id"]);
        var known = await SendAsync(
            api,
            Someone.With(api, Role.Volunteer),
            "req_1",
            HttpMethod.Post,
            "/support/reports",
            Body
        );
        Assert.NotEqual(first["_id"], known["_id"]);
        Assert.Equal(3, (await api.Get<IReports>().ListAsync(Ct)).Count);
    }

    [Fact]
    public async Task A_body_that_is_too_large_to_be_compared_is_refused_like_any_other()
    {
        await using var api = await RunningApi.StartAsync();

        var answer = await ReportAsync(api, "req_1", $$"""{"description":"{{new string('x', 200_000)}}"}""");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
    }

    static Task<WireAnswer> ReportAsync(RunningApi api, string id, string body) =>
        SendAsync(api, null, id, HttpMethod.Post, "/support/reports", body);

    static IEnumerable<Func<Task<T>>> Many<T>(Func<Task<T>> ask) => Enumerable.Repeat(ask, 30);

    static Task<RunningApi> StartAsync(Func<Task<int>> run) =>
        RunningApi.StartAsync(app =>
            app.MapPost("/write", async () => Results.Text($"run {await run()}", statusCode: 201)).For(Role.Volunteer)
        );

    static Task<WireAnswer> SendAsync(RunningApi api, Someone who, string id) =>
        SendAsync(api, who, id, HttpMethod.Post, "/write", "{}");

    static async Task<WireAnswer> SendAsync(
        RunningApi api,
        Someone? who,
        string id,
        HttpMethod method,
        string address,
        string body
    )
    {
        using var request = Request(who, id, method, address, body);
        using var answer = await api.Client.SendAsync(request, Ct);
        return new(answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct));
    }

    static HttpRequestMessage Request(Someone? who, string id, HttpMethod method, string address, string body) =>
        new(method, address)
        {
            Headers = { { "Authorization", $"Bearer {who?.Token ?? "undefined"}" }, { "X-Request-ID", id } },
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };

    /// <summary>Takes a request, and answers nothing from then on.</summary>
    sealed class HangingRecords : IRequestRecords
    {
        readonly Task<bool> _never = new TaskCompletionSource<bool>().Task;

        public Task<bool> BeginAsync(RequestRecord request, CancellationToken ct) => Task.FromResult(true);

        public Task<RequestRecord?> FindAsync(string key, CancellationToken ct) => throw new NotSupportedException();

        public Task<bool> TakeOverAsync(RequestRecord abandoned, RequestRecord request, CancellationToken ct) => _never;

        public Task KeepAsync(string key, KeptAnswer answer, CancellationToken ct) => _never;

        public Task ReleaseAsync(string key, CancellationToken ct) => _never;
    }
}
