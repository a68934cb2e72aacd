using System.Net;
using System.Net.Http.Json;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Tests.Frame;
using Microsoft.AspNetCore.Builder;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Benevoclic.Api.Tests.Identity.Local;

public sealed class LocalIdentityTests
{
    const string Password = "correct horse 1";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_key_is_made_once_and_only_its_owner_may_read_it()
    {
        await using var api = await RunningApi.StartAsync();
        await SignInAsync(api);

        var key = Path.Combine(api.DataFolder, "identity.key");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));

        // Another process on the same folder, as during a deploy.
        await using var second = await RunningApi.StartAsync(null, $"--BENEVOCLIC_DATA={api.DataFolder}");
        var signIn = await second.Get<IIdentity>().SignInAsync("zoe@example.org", Password, Ct);
        Assert.NotNull(await api.Get<IdTokens>().ReadAsync(signIn!.IdToken, Ct));
        Assert.Single(Directory.GetFiles(api.DataFolder, "identity.key*"));
    }

    [Fact]
    public async Task A_refresh_token_lasts_thirty_days_and_an_id_token_an_hour()
    {
        await using var api = await RunningApi.StartAsync(app =>
            app.MapGet("/who", (Caller caller) => caller.Uid).ForAnyToken()
        );
        var signIn = await SignInAsync(api);
        api.Client.DefaultRequestHeaders.Authorization = new("Bearer", signIn.IdToken);
        using (var fresh = await api.GetAsync("/who"))
            Assert.Equal(HttpStatusCode.OK, fresh.StatusCode);

        api.Clock.Advance(TimeSpan.FromHours(1));
        using (var stale = await api.GetAsync("/who"))
            Assert.Equal(HttpStatusCode.Unauthorized, stale.StatusCode);

        api.Clock.Advance(TimeSpan.FromDays(29));
        Assert.NotNull(await api.Get<IIdentity>().RefreshAsync(signIn.RefreshToken, Ct));
        api.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null(await api.Get<IIdentity>().RefreshAsync(signIn.RefreshToken, Ct));
    }

    [Fact]
    public async Task Many_who_sign_in_at_once_stop_nobody_else()
    {
        // In a process of its own: what they would use up is its threads.
        await using var api = await ApiProcess.StartAsync();

        var logins = Enumerable
            .Range(0, 40)
            .Select(i =>
                api.Client.PostAsJsonAsync(
                    "/user/login",
                    new { email = $"zoe{i}@example.org", password = Password },
                    Ct
                )
            )
            .ToList();
        var served = 0;
        for (; logins.Exists(login => !login.IsCompleted); served++)
            await api.GetTextAsync("/health");

        Assert.InRange(served, 20, int.MaxValue);
        await Task.WhenAll(logins);
    }

    [Fact]
    public async Task A_new_password_ends_what_was_signed_in_with_the_old_one()
    {
        await using var api = await RunningApi.StartAsync();
        var signIn = await SignInAsync(api);
        api.Clock.Advance(TimeSpan.FromSeconds(1));

        await api.Get<IIdentity>().SetPasswordAsync(signIn.Uid, "a fresh one 2", Ct);

        Assert.Null(await api.Get<IIdentity>().RefreshAsync(signIn.RefreshToken, Ct));
    }

    [Fact]
    public async Task A_token_has_the_shape_of_Firebases()
    {
        await using var api = await RunningApi.StartAsync();

        var token = new JsonWebToken((await SignInAsync(api)).IdToken);

        Assert.Equal("ES256", token.Alg);
        Assert.Equal(token.Subject, token.GetClaim("user_id").Value);
        Assert.Equal("zoe@example.org", token.GetClaim("email").Value);
        Assert.Equal("false", token.GetClaim("email_verified").Value);
        Assert.Equal(
            """{"identities":{"email":["zoe@example.org"]},"sign_in_provider":"password"}""",
            token.GetClaim("firebase").Value
        );
    }

    [Fact]
    public async Task While_the_key_cannot_be_read_a_caller_is_told_to_come_back()
    {
        await using var api = await RunningApi.StartAsync(app => app.MapGet("/who", () => "x").ForAnyToken());
        await using var other = await RunningApi.StartAsync();
        var signIn = await SignInAsync(other);
        // Not a file that can be read, whoever asks: tests run as root too.
        Directory.CreateDirectory(Path.Combine(api.DataFolder, "identity.key"));
        api.Client.DefaultRequestHeaders.Authorization = new("Bearer", signIn.IdToken);

        using (var answer = await api.GetAsync("/who"))
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);

        Directory.Delete(Path.Combine(api.DataFolder, "identity.key"));
        using (var answer = await api.GetAsync("/who"))
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    static async Task<SignIn> SignInAsync(RunningApi api)
    {
        var identity = api.Get<IIdentity>();
        await identity.CreateAsync("zoe@example.org", Password, Ct);
        return (await identity.SignInAsync("zoe@example.org", Password, Ct))!;
    }
}
