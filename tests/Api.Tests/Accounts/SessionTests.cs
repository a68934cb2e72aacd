using Benevoclic.Api.Identity;
using Benevoclic.Api.Tests.Frame;

namespace Benevoclic.Api.Tests.Accounts;

public sealed class SessionTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_session_says_what_the_token_says()
    {
        await using var api = await RunningApi.StartAsync();
        var zoe = Someone.With(api, Role.Volunteer, "zoe");

        var session = await api.AskAsync(HttpMethod.Get, "/auth/session", zoe);

        Assert.Equal(
            """{"isValid":true,"user":{"uid":"zoe","role":"VOLUNTEER","email":"zoe@example.org","emailVerified":false},"expiresAt":1795361908000,"issuedAt":1795358308000,"lastActivity":1795358308102}""",
            session.Body
        );
        Assert.Equal(
            """{"isValid":true,"user":{"uid":"zoe","role":"VOLUNTEER","email":"zoe@example.org","emailVerified":false},"expiresAt":1795361908000}""",
            (await api.AskAsync(HttpMethod.Post, "/auth/session/validate", zoe)).Body
        );
        var nobody = await api.AskAsync(HttpMethod.Post, "/auth/session/validate", Someone.With(api, null, "new"));
        Assert.StartsWith("""{"isValid":true,"user":{"uid":"new","email":""", nobody.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("development", false)]
    [InlineData("production", true)]
    public async Task A_refreshed_session_is_a_cookie_that_scripts_cannot_read(string environment, bool isSecure)
    {
        await using var api = await RunningApi.StartAsync(null, $"--NODE_ENV={environment}");
        var zoe = Someone.With(api, Role.Volunteer, "zoe");

        // Also when it is asked for again, under the same id.
        (await RefreshSessionAsync(api, zoe)).Dispose();
        using var answer = await RefreshSessionAsync(api, zoe);

        Assert.Equal(
            """{"success":true,"message":"Session rafraîchie avec succès","user":{"uid":"zoe","role":"VOLUNTEER","email":"zoe@example.org"}}""",
            await answer.Content.ReadAsStringAsync(Ct)
        );
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        Assert.Matches(
            "(?i)^__session=[^;]+; expires=[^;]+; max-age=604800; path=/;( secure;)? samesite=strict; httponly$",
            cookie
        );
        Assert.Equal(isSecure, cookie.Contains("secure", StringComparison.OrdinalIgnoreCase));
    }

    static async Task<HttpResponseMessage> RefreshSessionAsync(RunningApi api, Someone who)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/auth/session/refresh");
        request.Headers.Authorization = new("Bearer", who.Token);
        request.Headers.Add("X-Request-ID", "req_1");
        return await api.Client.SendAsync(request, Ct);
    }
}
