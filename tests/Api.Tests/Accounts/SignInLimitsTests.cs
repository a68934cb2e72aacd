using System.Net;
using System.Net.Http.Json;
using Benevoclic.Api.Tests.Frame;
using Benevoclic.Api.Tests.Identity.Firebase;

namespace Benevoclic.Api.Tests.Accounts;

public sealed class SignInLimitsTests
{
    const string Password = "correct horse 1";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

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
            new { email = "zoe@example.org", password = Password },
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
            Content = JsonContent.Create(new { email, password = Password }),
        };
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", forwardedFor);
        using var answer = await api.Client.SendAsync(request, Ct);
        return answer.StatusCode;
    }
}
