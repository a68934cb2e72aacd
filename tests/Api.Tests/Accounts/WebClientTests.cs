using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Benevoclic.Api.Accounts;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Tests.Frame;
using Benevoclic.Harness;

namespace Benevoclic.Api.Tests.Accounts;

/// <summary>What the existing web client does, call by call, with every implementation of identity.</summary>
public sealed class WebClientTests
{
    const string Password = "correct horse 1";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachIdentity]
    public async Task Who_registers_signs_in_refreshes_and_finds_himself(IdentityKind kind)
    {
        await using var api = await TestIdentity.StartAsync(kind);
        var email = TestIdentity.NewEmail();
        var registration = new
        {
            email,
            password = Password,
            role = Roles.Association,
        };

        var registered = await api.AskAsync(HttpMethod.Post, "/user/register", body: registration);
        Assert.Equal(HttpStatusCode.Created, registered.Status);
        var again = await api.AskAsync(HttpMethod.Post, "/user/register", body: registration);
        Assert.Equal(registered, again);

        var login = await api.AskAsync(HttpMethod.Post, "/user/login", body: new { email, password = Password });
        Assert.Equal(HttpStatusCode.Created, login.Status);
        Assert.Equal((registered["uid"], "3600"), (login["idUser"], login["expiresIn"]));

        var refresh = new { refreshToken = login["refreshToken"] };
        await api.AskAsync(HttpMethod.Post, "/user/refresh", body: refresh);
        var refreshed = await api.AskAsync(HttpMethod.Post, "/user/refresh", body: refresh);
        Assert.Equal((HttpStatusCode.Created, "3600"), (refreshed.Status, refreshed["expiresIn"]));

        var me = await api.AskAsync(HttpMethod.Get, "/user/current-user", With(refreshed["idToken"]!));
        Assert.Equal(HttpStatusCode.OK, me.Status);
        Assert.Equal((registered["uid"], email, "ASSOCIATION"), (me["userId"], me["email"], me["role"]));
        Assert.Equal(("true", "false", ""), (me["isOnline"], me["isCompleted"], me["avatarFileKey"]));
        Assert.Matches("^[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9:]{8} GMT$", me["createdAt"]);
        Assert.Matches("^[0-9a-f]{24}$", me["_id"]);
    }

    [Theory, EachIdentity]
    public async Task An_account_of_the_browsers_own_SDK_gets_its_role_once(IdentityKind kind)
    {
        await using var api = await TestIdentity.StartAsync(kind);
        var email = TestIdentity.NewEmail();
        var account = await api.Get<IIdentity>().CreateAsync(email, Password, Ct);

        var first = await api.AskAsync(HttpMethod.Post, "/user/register-user-verified", body: Verified("VOLUNTEER"));
        var second = await api.AskAsync(HttpMethod.Post, "/user/register-user-verified", body: Verified("ASSOCIATION"));

        Assert.Equal((HttpStatusCode.Created, account!.Uid), (first.Status, first["uid"]));
        Assert.Equal(first, second);
        Assert.Equal(Role.Volunteer, (await api.Get<IIdentity>().FindAsync(account.Uid, Ct))!.Role);
        Assert.Equal("VOLUNTEER", (await api.AskAsync(HttpMethod.Get, $"/user/{account.Uid}"))["role"]);

        object Verified(string role) =>
            new
            {
                email = email.ToUpperInvariant(),
                role,
                password = Password,
            };
    }

    [Theory, EachIdentity]
    public async Task Who_comes_with_a_token_of_the_SDK_is_registered_and_gets_one_to_exchange(IdentityKind kind)
    {
        await using var api = await TestIdentity.StartAsync(kind);
        var email = TestIdentity.NewEmail();
        var identity = api.Get<IIdentity>();
        var account = await identity.CreateAsync(email, Password, Ct);
        var signIn = await identity.SignInAsync(email, Password, Ct);

        var body = new { idToken = signIn!.IdToken, role = "VOLUNTEER" };
        var registered = await api.AskAsync(HttpMethod.Post, "/user/register-google", body: body);

        Assert.Equal((HttpStatusCode.Created, account!.Uid), (registered.Status, registered["idUser"]));
        Assert.Equal(("3600", 3), (registered["expiresIn"], registered["token"]!.Split('.').Length));
        // The SDK renews its token at once and must find the role in it.
        var renewed = await identity.RefreshAsync(signIn.RefreshToken, Ct);
        var me = await api.AskAsync(HttpMethod.Get, "/user/current-user", With(renewed!.IdToken));
        Assert.Equal(("VOLUNTEER", "true"), (me["role"], me["isOnline"]));
    }

    [Fact]
    public async Task Who_signed_in_with_Google_is_known_by_it_and_not_by_a_password()
    {
        Assert.SkipWhen(FirebaseEmulator.WhyNot is not null, FirebaseEmulator.WhyNot ?? "");
        await using var api = await TestIdentity.StartAsync(IdentityKind.Firebase);
        var email = TestIdentity.NewEmail();
        var idToken = await GooglesTokenAsync(api, email);

        var body = new { idToken, role = "VOLUNTEER" };
        var registered = await api.AskAsync(HttpMethod.Post, "/user/register-google", body: body);

        var account = await api.Get<IIdentity>().FindAsync(registered["idUser"]!, Ct);
        Assert.Contains(
            $$"""
            "providerData":[{"uid":"g-{{email}}","displayName":"Zoé","email":"{{email}}","providerId":"google.com"}]
            """,
            AccountBody.Of(account!).ToString(),
            StringComparison.Ordinal
        );
    }

    [Theory, EachIdentity]
    public async Task Who_registered_with_a_password_is_known_by_it(IdentityKind kind)
    {
        await using var api = await TestIdentity.StartAsync(kind);
        var email = TestIdentity.NewEmail();
        var made = await api.Get<IIdentity>().CreateAsync(email, Password, Ct);

        var account = await api.Get<IIdentity>().FindAsync(made!.Uid, Ct);

        Assert.Equal([Provider.Password(email)], account!.Providers);
        Assert.Equal(account.Providers, made.Providers);
    }

    [Theory, EachIdentity]
    public async Task A_wrong_password_is_401_and_never_a_server_error(IdentityKind kind)
    {
        await using var api = await TestIdentity.StartAsync(kind);
        var email = TestIdentity.NewEmail();
        await api.AskAsync(HttpMethod.Post, "/user/register", body: new { email, password = Password });

        foreach (var wrong in new[] { email, TestIdentity.NewEmail() })
        {
            var login = await api.AskAsync(
                HttpMethod.Post,
                "/user/login",
                body: new { email = wrong, password = "wrong horse 2" }
            );
            Assert.Equal(
                (
                    HttpStatusCode.Unauthorized,
                    """{"message":"Identifiants invalides","error":"Unauthorized","statusCode":401}"""
                ),
                (login.Status, login.Body)
            );
        }
    }

    [Theory, EachIdentity]
    public async Task A_refresh_token_that_is_none_is_400_and_not_echoed(IdentityKind kind)
    {
        await using var api = await TestIdentity.StartAsync(kind);

        foreach (var body in new[] { "{}", """{"refreshToken":"hunter2"}""", """{"refreshToken":7}""", "[]" })
        {
            var answer = await api.AskAsync(HttpMethod.Post, "/user/refresh", body: body);
            Assert.Equal(
                (
                    HttpStatusCode.BadRequest,
                    """{"message":"Invalid refresh token","error":"Bad Request","statusCode":400}"""
                ),
                (answer.Status, answer.Body)
            );
        }
    }

    [Theory, EachIdentity]
    public async Task An_account_ends_with_all_that_belongs_to_it(IdentityKind kind)
    {
        await using var api = await TestIdentity.StartAsync(kind);
        var email = TestIdentity.NewEmail();
        await api.AskAsync(HttpMethod.Post, "/user/register", body: new { email, password = Password });
        var login = await api.AskAsync(HttpMethod.Post, "/user/login", body: new { email, password = Password });
        var (uid, me) = (login["idUser"]!, With(login["idToken"]!));

        var deleted = await api.AskAsync(HttpMethod.Delete, $"/user/{uid}", me);

        Assert.Equal((HttpStatusCode.OK, uid), (deleted.Status, deleted["uid"]));
        Assert.Equal(HttpStatusCode.NotFound, (await api.AskAsync(HttpMethod.Get, $"/user/{uid}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await api.AskAsync(HttpMethod.Delete, $"/user/{uid}", me)).Status);
        Assert.Null(await api.Get<IIdentity>().FindAsync(uid, Ct));
        var body = new { refreshToken = login["refreshToken"] };
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await api.AskAsync(HttpMethod.Post, "/user/refresh", body: body)).Status
        );
    }

    static Someone With(string token) => new("", "", null, token);

    /// <summary>What the browser's SDK has after Google's window.</summary>
    static async Task<string> GooglesTokenAsync(RunningApi api, string email)
    {
        var emulator = (await SharedEmulator.GetAsync()).Host;
        var person = $$"""{"sub":"g-{{email}}","email":"{{email}}","email_verified":true,"name":"Zoé"}""";
        using var answer = await api.Client.PostAsJsonAsync(
            new Uri($"http://{emulator}/identitytoolkit.googleapis.com/v1/accounts:signInWithIdp?key=any"),
            new
            {
                postBody = $"id_token={Uri.EscapeDataString(person)}&providerId=google.com",
                requestUri = "http://localhost",
                returnSecureToken = true,
            },
            Ct
        );
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(Ct))!["idToken"]!.ToString();
    }
}
