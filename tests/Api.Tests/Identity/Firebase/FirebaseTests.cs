using System.Net;
using System.Security.Cryptography;
using System.Text;
using Benevoclic.Api.Configuration;
using Benevoclic.Api.Hosting.Errors;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Identity.Firebase;
using Benevoclic.Api.Tests.Frame;
using Benevoclic.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Benevoclic.Api.Tests.Identity.Firebase;

/// <summary>Signed tokens, outages and the service account; what accounts do is in the contract of identity.</summary>
public sealed class FirebaseTests
{
    static readonly Dictionary<string, Action<SecurityTokenDescriptor>> Forged = new()
    {
        ["another audience"] = token => token.Audience = "another-project",
        ["another issuer"] = token => token.Issuer = "https://securetoken.google.com/another-project",
        ["expired"] = token => token.Expires = token.IssuedAt!.Value.AddSeconds(-1),
        ["endless"] = token => token.Expires = null,
        ["nobody"] = token => token.Claims.Remove("sub"),
        ["an empty subject"] = token => token.Claims["sub"] = "",
        ["unsigned"] = token => token.SigningCredentials = null,
        ["another key"] = token =>
            token.SigningCredentials = new(
                new RsaSecurityKey(RSA.Create(2048)) { KeyId = "google-1" },
                SecurityAlgorithms.RsaSha256
            ),
    };

    public static readonly TheoryData<string> Forgeries = new(Forged.Keys);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Googles_tokens_are_good_and_its_keys_are_asked_for_once()
    {
        using var google = new FakeGoogle();
        await using var api = await google.StartAsync(MapWho);

        for (var i = 0; i < 20; i++)
            Assert.Equal("zoe Volunteer", await WhoAsync(api, google.Token(api.Clock.GetUtcNow())));

        Assert.Equal(2, google.Asked.Count);
    }

    [Theory, MemberData(nameof(Forgeries))]
    public async Task A_token_that_is_not_Googles_for_us_and_of_now_is_refused(string how)
    {
        using var google = new FakeGoogle();
        await using var api = await google.StartAsync(MapWho);
        var token = google.Token(api.Clock.GetUtcNow(), Forged[how]);

        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(api, token)).StatusCode);
        Assert.Empty(api.Log.Errors);
    }

    [Fact]
    public async Task A_token_whose_signature_was_made_with_the_public_key_is_refused()
    {
        using var google = new FakeGoogle();
        await using var api = await google.StartAsync(MapWho);
        var publicKey = Encoding.UTF8.GetBytes(google.Key.Rsa.ExportRSAPublicKeyPem());

        var token = google.Token(
            api.Clock.GetUtcNow(),
            one => one.SigningCredentials = new(new SymmetricSecurityKey(publicKey), SecurityAlgorithms.HmacSha256)
        );

        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(api, token)).StatusCode);
    }

    [Fact]
    public async Task Without_keys_a_caller_is_told_to_come_back_and_is_served_when_Google_answers_again()
    {
        using var google = new FakeGoogle { IsDown = true };
        await using var api = await google.StartAsync(MapWho);
        var token = google.Token(api.Clock.GetUtcNow());

        using var refused = await AskAsync(api, token);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal("2", refused.Headers.GetValues("Retry-After").Single());

        google.IsDown = false;
        Assert.Equal("zoe Volunteer", await WhoAsync(api, token));
    }

    [Fact]
    public async Task Keys_that_are_known_outlast_an_outage()
    {
        using var google = new FakeGoogle();
        await using var api = await google.StartAsync(MapWho);
        await WhoAsync(api, google.Token(api.Clock.GetUtcNow()));

        google.IsDown = true;

        Assert.Equal("zoe Volunteer", await WhoAsync(api, google.Token(api.Clock.GetUtcNow())));
    }

    [Fact]
    public async Task What_is_no_token_at_all_does_not_cost_a_call_to_Google()
    {
        using var google = new FakeGoogle { IsDown = true };
        await using var api = await google.StartAsync(MapWho);

        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(api, "undefined")).StatusCode);
        Assert.Empty(google.Asked);
    }

    [Fact]
    public async Task The_service_account_asks_for_an_access_token_once()
    {
        using var google = new FakeGoogle();
        await using var api = await google.StartAsync();
        var identity = api.Get<IIdentity>();

        for (var i = 0; i < 5; i++)
            Assert.Equal("zoe@example.org", (await identity.FindAsync("zoe", Ct))!.Email);

        Assert.Single(google.Asked, address => address == "https://oauth2.googleapis.com/token");
    }

    [Theory]
    [InlineData(true, false, HttpStatusCode.OK)]
    [InlineData(false, true, HttpStatusCode.OK)]
    [InlineData(false, false, HttpStatusCode.InternalServerError)]
    [InlineData(false, false, HttpStatusCode.TooManyRequests)]
    public async Task An_outage_is_told_as_one_and_ends_by_itself(bool down, bool silent, HttpStatusCode status)
    {
        using var google = new FakeGoogle
        {
            IsDown = down,
            IsSilent = silent,
            Status = status,
        };
        await using var api = await google.StartAsync();
        var identity = api.Get<IIdentity>();

        await Assert.ThrowsAsync<UnavailableException>(() => identity.FindAsync("zoe", Ct));
        await Assert.ThrowsAsync<UnavailableException>(() => identity.SignInAsync("zoe@example.org", "x", Ct));

        (google.IsDown, google.IsSilent, google.Status) = (false, false, HttpStatusCode.OK);
        await Eventually.TrueAsync(
            () => AnswersAsync(identity),
            TimeSpan.FromSeconds(30),
            () => "it still says that Firebase does not answer"
        );
    }

    [Fact]
    public async Task A_custom_token_is_signed_by_the_service_account_for_the_client()
    {
        using var google = new FakeGoogle();
        await using var api = await google.StartAsync();

        var token = new JsonWebToken(await api.Get<IIdentity>().CustomTokenAsync("zoe", Ct));

        Assert.Equal("RS256", token.Alg);
        Assert.Equal("zoe", token.GetClaim("uid").Value);
        Assert.Equal("api@benevoclic-test.iam.gserviceaccount.com", token.Issuer);
        Assert.Equal(token.Issuer, token.Subject);
        Assert.StartsWith(
            "https://identitytoolkit.googleapis.com/",
            token.Audiences.Single(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_private_key_that_is_none_stops_the_start_without_being_shown()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("FIREBASE_PROJECT_ID", "x"), new("FIREBASE_PRIVATE_KEY", "hunter2")])
            .Build();

        var error = Assert.Throws<SettingsException>(() => FirebaseSettings.From(configuration));

        Assert.Contains("FIREBASE_PRIVATE_KEY", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_emulator_is_announced_loudly()
    {
        await using var api = await RunningApi.StartAsync(
            null,
            "--NODE_ENV=production",
            "--BENEVOCLIC_IDENTITY=firebase",
            "--FIREBASE_PROJECT_ID=demo-x",
            "--FIREBASE_AUTH_EMULATOR_HOST=127.0.0.1:1"
        );

        Assert.Contains(api.Log.All, line => line.StartsWith("Critical", StringComparison.Ordinal));
    }

    static async Task<bool> AnswersAsync(IIdentity identity)
    {
        try
        {
            return await identity.FindAsync("zoe", Ct) is not null;
        }
        catch (UnavailableException)
        {
            return false;
        }
    }

    static void MapWho(WebApplication app) =>
        app.MapGet("/who", (Caller caller) => $"{caller.Uid} {caller.Role}").ForAnyToken();

    static async Task<string> WhoAsync(RunningApi api, string token)
    {
        using var answer = await AskAsync(api, token);
        return await answer.Content.ReadAsStringAsync(Ct);
    }

    static async Task<HttpResponseMessage> AskAsync(RunningApi api, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/who");
        request.Headers.Authorization = new("Bearer", token);
        return await api.Client.SendAsync(request, Ct);
    }
}
