using System.Net;
using System.Net.Http.Json;
using Benevoclic.Api.Tests.Frame;
using Benevoclic.Api.Tests.Identity.Firebase;

namespace Benevoclic.Api.Tests.Accounts;

public sealed class SignInLimitsTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Guessing_a_password_is_slowed_down_for_the_account_and_for_nobody_else()
    {
        await using var api = await RunningApi.StartAsync();
        await api.RegisterAsync("zoe@example.org", AccountCalls.Password);
        await api.RegisterAsync("ada@example.org", AccountCalls.Password);

        for (var i = 0; i < 10; i++)
            Assert.Equal(
                HttpStatusCode.Unauthorized,
                (await api.LoginAsync("Zoe@example.org", "wrong horse 2")).Status
            );

        var limited = await api.LoginAsync("zoe@example.org", AccountCalls.Password);
        Assert.Equal(
            (
                HttpStatusCode.TooManyRequests,
                """{"message":"Trop de tentatives, réessayez plus tard","error":"Too Many Requests","statusCode":429}"""
            ),
            (limited.Status, limited.Body)
        );
        Assert.Equal(HttpStatusCode.Created, (await api.LoginAsync("ada@example.org", AccountCalls.Password)).Status);
        api.Clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(HttpStatusCode.Created, (await api.LoginAsync("zoe@example.org", AccountCalls.Password)).Status);

        var metrics = await api.GetTextAsync("/metrics");
        Assert.Contains(
            "benevoclic_sign_in_attempts_total{outcome=\"rejected\"} 10",
            metrics,
            StringComparison.Ordinal
        );
        Assert.Contains("benevoclic_sign_in_attempts_total{outcome=\"accepted\"} 2", metrics, StringComparison.Ordinal);
        Assert.Contains("benevoclic_sign_in_attempts_total{outcome=\"limited\"} 1", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_right_password_is_no_guess_however_often_it_comes()
    {
        await using var api = await RunningApi.StartAsync();
        await api.RegisterAsync("zoe@example.org", AccountCalls.Password);

        for (var i = 0; i < 30; i++)
            Assert.Equal(
                HttpStatusCode.Created,
                (await api.LoginAsync("zoe@example.org", AccountCalls.Password)).Status
            );
    }

    [Fact]
    public async Task A_page_that_loops_with_a_dead_session_is_answered_for_a_while_and_then_told_when_to_come_back()
    {
        await using var api = await RunningApi.StartAsync();
        var body = new { refreshToken = "expired" };

        for (var i = 0; i < 600; i++)
            Assert.Equal(
                HttpStatusCode.BadRequest,
                (await api.AskAsync(HttpMethod.Post, "/user/refresh", body: body)).Status
            );

        using var limited = await api.Client.PostAsync(
            "/user/refresh",
            new StringContent("""{"refreshToken":"expired"}""", System.Text.Encoding.UTF8, "application/json"),
            Ct
        );
        Assert.Equal(
            (HttpStatusCode.TooManyRequests, "1"),
            (limited.StatusCode, limited.Headers.GetValues("Retry-After").Single())
        );
    }

    [Fact]
    public async Task An_address_that_tries_many_accounts_is_slowed_down_and_others_are_not()
    {
        await using var api = await RunningApi.StartAsync();

        for (var i = 0; i < 300; i++)
            Assert.Equal(HttpStatusCode.Unauthorized, await LoginAsync(api, "203.0.113.9", $"zoe{i}@example.org"));

        // Whatever it says about where it comes from.
        Assert.Equal(HttpStatusCode.TooManyRequests, await LoginAsync(api, "203.0.113.9", "ada@example.org"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await LoginAsync(api, "1.1.1.1, 203.0.113.9", "ada@example.org"));
        Assert.Equal(HttpStatusCode.Unauthorized, await LoginAsync(api, "203.0.113.10", "ada@example.org"));
    }

    [Fact]
    public async Task While_Firebase_does_not_answer_a_login_says_come_back_and_is_counted_as_that()
    {
        using var google = new FakeGoogle { IsSilent = true };
        await using var api = await google.StartAsync();

        using var answer = await api.Client.PostAsJsonAsync(
            "/user/login",
            new { email = "zoe@example.org", password = AccountCalls.Password },
            Ct
        );

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("2", answer.Headers.GetValues("Retry-After").Single());
        Assert.Contains(
            "benevoclic_sign_in_attempts_total{outcome=\"unavailable\"} 1",
            await api.GetTextAsync("/metrics"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            """{"name":"identity","state":"degraded","reason":"Firebase does not answer"}""",
            await api.GetTextAsync("/health/ready"),
            StringComparison.Ordinal
        );
    }

    static async Task<HttpStatusCode> LoginAsync(RunningApi api, string forwardedFor, string email)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/user/login")
        {
            Content = JsonContent.Create(new { email, password = AccountCalls.Password }),
        };
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", forwardedFor);
        using var answer = await api.Client.SendAsync(request, Ct);
        return answer.StatusCode;
    }
}
