using System.Net;
using Benevoclic.Api.Accounts;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Storage;
using Benevoclic.Api.Tests.Frame;

namespace Benevoclic.Api.Tests.Accounts;

public sealed class AccountsTests
{
    const string Password = "correct horse 1";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(
        "/user/register",
        """{"password":"12345678","role":"ADMIN"}""",
        "email must be an email",
        "email should not be empty",
        "role must be one of the following values: ASSOCIATION, VOLUNTEER"
    )]
    [InlineData(
        "/user/register",
        """{"email":"a@b.fr","password":"1234567","role":"BOSS"}""",
        "password must be longer than or equal to 8 characters",
        "role must be one of the following values: ADMIN, ASSOCIATION, VOLUNTEER"
    )]
    [InlineData(
        "/user/register-user-verified",
        """{"email":"a@b.fr","role":"ADMIN"}""",
        "role must be one of the following values: ASSOCIATION, VOLUNTEER"
    )]
    [InlineData(
        "/user/register-user-verified",
        """{"email":"a@b.fr","role":null}""",
        "role must be one of the following values: ADMIN, ASSOCIATION, VOLUNTEER"
    )]
    [InlineData(
        "/user/register-google",
        """{"role":"ADMIN"}""",
        "idToken must be a string",
        "idToken should not be empty",
        "role must be one of the following values: ASSOCIATION, VOLUNTEER"
    )]
    [InlineData(
        "/user/login",
        "{}",
        "email must be an email",
        "email should not be empty",
        "password must be longer than or equal to 8 characters",
        "password should not be empty"
    )]
    public async Task Every_broken_rule_is_told_and_nothing_is_written(
        string route,
        string body,
        params string[] messages
    )
    {
        await using var api = await RunningApi.StartAsync();

        var answer = await api.AskAsync(HttpMethod.Post, route, body: body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(messages, answer.Json["message"]!.AsArray().Select(message => message!.GetValue<string>()));
        Assert.Empty(await api.Get<IUsers>().ListAsync(Ct));
        Assert.Empty(await api.Get<IIdentity>().ListAsync(Ct));
    }

    [Fact]
    public async Task An_email_that_an_account_which_is_no_more_has_left_behind_is_refused_and_not_lost_without_a_word()
    {
        await using var api = await RunningApi.StartAsync();
        await api.Get<IUsers>().AddAsync(new(Document.Of(("userId", "old"), ("email", "zoe@example.org"))), Ct);
        await api.Get<IIdentity>().CreateAsync("zoe@example.org", Password, Ct);

        var answer = await api.AskAsync(
            HttpMethod.Post,
            "/user/register-user-verified",
            body: new { email = "zoe@example.org", role = "VOLUNTEER" }
        );

        Assert.Equal((HttpStatusCode.BadRequest, "User registration failed"), (answer.Status, answer["message"]));
    }

    [Fact]
    public async Task A_registration_that_was_cut_off_is_finished_by_who_knows_the_password()
    {
        await using var api = await RunningApi.StartAsync();
        var account = await api.Get<IIdentity>().CreateAsync("zoe@example.org", Password, Ct);

        var stranger = await RegisterAsync(api, "zoe@example.org", "another one 2");
        Assert.Equal((HttpStatusCode.BadRequest, "User registration failed"), (stranger.Status, stranger["message"]));
        var owner = await RegisterAsync(api, "zoe@example.org", Password);
        Assert.Equal((HttpStatusCode.Created, account!.Uid), (owner.Status, owner["uid"]));
    }

    [Fact]
    public async Task Many_registrations_of_one_email_at_once_make_one_account()
    {
        await using var api = await RunningApi.StartAsync();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => RegisterAsync(api, "zoe@example.org", Password))
        );

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.Status));
        Assert.Single(answers.Select(answer => answer["uid"]).Distinct());
        Assert.Single(await api.Get<IUsers>().ListAsync(Ct));
    }

    [Fact]
    public async Task Registering_again_changes_no_role()
    {
        await using var api = await RunningApi.StartAsync();
        var identity = api.Get<IIdentity>();
        var account = await identity.CreateAsync("boss@example.org", Password, Ct);
        await identity.SetRoleAsync(account!.Uid, Role.Admin, Ct);

        var body = new { email = "boss@example.org", role = "VOLUNTEER" };
        await api.AskAsync(HttpMethod.Post, "/user/register-user-verified", body: body);

        Assert.Equal(Role.Admin, (await identity.FindAsync(account.Uid, Ct))!.Role);
        Assert.Equal(Role.Admin, (await api.Get<IUsers>().FindAsync(account.Uid, Ct))!.Role);
    }

    [Fact]
    public async Task Others_do_not_see_where_somebody_lives_nor_his_number()
    {
        await using var api = await RunningApi.StartAsync();
        var zoe = await SettledAsync(api, Role.Volunteer);
        var admin = Someone.With(api, Role.Admin);
        await api.AskAsync(HttpMethod.Patch, $"/user/{zoe.Uid}", zoe, new { phoneNumber = "0601020304" });
        await api.AskAsync(HttpMethod.Patch, $"/user/{zoe.Uid}/location", zoe, new { city = "Pau", odd = "dropped" });

        foreach (var other in new[] { null, Someone.With(api, Role.Volunteer) })
        {
            var seen = await api.AskAsync(HttpMethod.Get, $"/user/{zoe.Uid}", other);
            Assert.Equal((zoe.Email, "VOLUNTEER"), (seen["email"], seen["role"]));
            Assert.Equal((null, null), (seen["phoneNumber"], seen["location"]));
        }
        foreach (var allowed in new[] { zoe, admin })
        {
            var seen = await api.AskAsync(HttpMethod.Get, $"/user/{zoe.Uid}", allowed);
            Assert.Equal("0601020304", seen["phoneNumber"]);
            Assert.Equal(
                """{"address":null,"city":"Pau","postalCode":null,"country":null}""",
                seen.Json["location"]!.ToJsonString()
            );
        }
    }

    [Fact]
    public async Task Nobody_gives_himself_a_role_nor_takes_an_email_that_somebody_has()
    {
        await using var api = await RunningApi.StartAsync();
        var zoe = await SettledAsync(api, Role.Volunteer);
        var ada = await SettledAsync(api, Role.Volunteer);

        var role = await api.AskAsync(HttpMethod.Patch, $"/user/{zoe.Uid}", zoe, new { role = "ADMIN" });
        Assert.Equal(HttpStatusCode.Forbidden, role.Status);
        var email = await api.AskAsync(
            HttpMethod.Patch,
            $"/user/{zoe.Uid}",
            zoe,
            new { email = ada.Email.ToUpperInvariant() }
        );
        Assert.Equal((HttpStatusCode.BadRequest, "Email already exist"), (email.Status, email["message"]));
        var odd = await api.AskAsync(
            HttpMethod.Patch,
            $"/user/{zoe.Uid}",
            zoe,
            new
            {
                isVerified = true,
                userId = "x",
                _id = "y",
            }
        );
        Assert.Equal(
            (HttpStatusCode.OK, """{"message":"Utilisateur mis à jour avec succès"}"""),
            (odd.Status, odd.Body)
        );

        var stored = (await api.Get<IUsers>().FindAsync(zoe.Uid, Ct))!;
        Assert.Equal((Role.Volunteer, zoe.Email), (stored.Role, stored.Email));
        Assert.False(stored.Document.Flag("isVerified"));
    }

    [Fact]
    public async Task An_administrator_changes_email_and_role_in_both_places()
    {
        await using var api = await RunningApi.StartAsync();
        var zoe = await SettledAsync(api, Role.Volunteer);
        var admin = Someone.With(api, Role.Admin);

        var body = new { email = "New@Example.org", role = "ASSOCIATION" };
        var changed = await api.AskAsync(HttpMethod.Patch, $"/user/{zoe.Uid}", admin, body);

        Assert.Equal(HttpStatusCode.OK, changed.Status);
        var stored = (await api.Get<IUsers>().FindAsync(zoe.Uid, Ct))!;
        var account = (await api.Get<IIdentity>().FindAsync(zoe.Uid, Ct))!;
        Assert.Equal(("new@example.org", Role.Association), (stored.Email, stored.Role));
        Assert.Equal(("new@example.org", Role.Association), (account.Email, account.Role));
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await api.AskAsync(HttpMethod.Patch, "/user/nobody", admin, body)).Status
        );
    }

    [Fact]
    public async Task Only_the_word_true_means_yes()
    {
        await using var api = await RunningApi.StartAsync();
        var zoe = await SettledAsync(api, Role.Volunteer);

        foreach (var (word, means) in new[] { ("true", "true"), ("TRUE", "false"), ("true", "true"), ("1", "false") })
        {
            var completed = await api.AskAsync(HttpMethod.Patch, $"/user/{zoe.Uid}/isCompleted/{word}", zoe);
            Assert.Equal(means, completed["isCompleted"]);
            var connected = await api.AskAsync(HttpMethod.Patch, $"/user/{zoe.Uid}/update-connected/{word}", zoe);
            Assert.Equal((means, "2026-11-22T14:38:28.102Z"), (connected["isOnline"], connected["lastConnection"]));
        }
        var admin = Someone.With(api, Role.Admin);
        var nobody = await api.AskAsync(HttpMethod.Patch, "/user/nobody/isCompleted/true", admin);
        Assert.Equal((HttpStatusCode.OK, ""), (nobody.Status, nobody.Body));
    }

    [Fact]
    public async Task Accounts_are_listed_by_role_and_without_a_trace_of_a_password()
    {
        await using var api = await RunningApi.StartAsync();
        var zoe = await SettledAsync(api, Role.Volunteer);
        await SettledAsync(api, Role.Association);
        var admin = Someone.With(api, Role.Admin);

        var list = await api.AskAsync(HttpMethod.Get, "/user/volunteers", admin);

        Assert.Equal(zoe.Uid, Assert.Single(list.Json.AsArray())!["uid"]!.GetValue<string>());
        Assert.DoesNotContain("password\":", list.Body, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("hash", list.Body, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(
            "hash",
            (await api.AskAsync(HttpMethod.Get, "/user", admin)).Body,
            StringComparison.OrdinalIgnoreCase
        );
    }

    [Fact]
    public async Task An_administrator_finds_people_by_email_in_any_case()
    {
        await using var api = await RunningApi.StartAsync();
        var zoe = await SettledAsync(api, Role.Volunteer);
        var admin = Someone.With(api, Role.Admin);

        Assert.Equal(
            zoe.Uid,
            (await api.AskAsync(HttpMethod.Get, $"/user/email/{zoe.Email.ToUpperInvariant()}", admin))["userId"]
        );
        var nobody = await api.AskAsync(HttpMethod.Get, "/user/email/nobody@example.org", admin);
        Assert.Equal((HttpStatusCode.OK, ""), (nobody.Status, nobody.Body));
    }

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

    [Theory]
    [InlineData("VOLUNTEER", true, false, "Vous n'avez pas les permissions d'administrateur")]
    [InlineData("ADMIN", false, false, "Votre compte n'est pas approuvé")]
    [InlineData("ADMIN", true, true, "Votre compte est approuvé")]
    public void An_administrator_is_approved_when_his_account_is_complete(
        string role,
        bool isCompleted,
        bool approved,
        string message
    ) =>
        Assert.Equal(
            (approved, message),
            ApprovalEndpoints.Judge(new User(Document.Of(("role", role), ("isCompleted", isCompleted))))
        );

    [Fact]
    public async Task Guessing_a_password_is_slowed_down_for_the_account_and_for_nobody_else()
    {
        await using var api = await RunningApi.StartAsync();
        await RegisterAsync(api, "zoe@example.org", Password);
        await RegisterAsync(api, "ada@example.org", Password);

        for (var i = 0; i < 10; i++)
            Assert.Equal(
                HttpStatusCode.Unauthorized,
                (await LoginAsync(api, "Zoe@example.org", "wrong horse 2")).Status
            );

        var limited = await LoginAsync(api, "zoe@example.org", Password);
        Assert.Equal(
            (
                HttpStatusCode.TooManyRequests,
                """{"message":"Trop de tentatives, réessayez plus tard","error":"Too Many Requests","statusCode":429}"""
            ),
            (limited.Status, limited.Body)
        );
        Assert.Equal(HttpStatusCode.Created, (await LoginAsync(api, "ada@example.org", Password)).Status);
        api.Clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(HttpStatusCode.Created, (await LoginAsync(api, "zoe@example.org", Password)).Status);

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
        await RegisterAsync(api, "zoe@example.org", Password);

        for (var i = 0; i < 30; i++)
            Assert.Equal(HttpStatusCode.Created, (await LoginAsync(api, "zoe@example.org", Password)).Status);
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

    static async Task<Someone> SettledAsync(RunningApi api, Role role)
    {
        var email = TestIdentity.NewEmail();
        var registered = await api.AskAsync(
            HttpMethod.Post,
            "/user/register",
            body: new
            {
                email,
                password = Password,
                role = role.Word(),
            }
        );
        return Someone.With(api, role, registered["uid"]) with { Email = email };
    }

    static Task<WireAnswer> RegisterAsync(RunningApi api, string email, string password) =>
        api.AskAsync(HttpMethod.Post, "/user/register", body: new { email, password });

    static Task<WireAnswer> LoginAsync(RunningApi api, string email, string password) =>
        api.AskAsync(HttpMethod.Post, "/user/login", body: new { email, password });
}
