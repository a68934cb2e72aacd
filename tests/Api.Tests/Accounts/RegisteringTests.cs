using System.Net;
using Benevoclic.Api.Accounts;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Storage;
using Benevoclic.Api.Tests.Frame;

namespace Benevoclic.Api.Tests.Accounts;

public sealed class RegisteringTests
{
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
        await api.Get<IIdentity>().CreateAsync("zoe@example.org", AccountCalls.Password, Ct);

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
        var account = await api.Get<IIdentity>().CreateAsync("zoe@example.org", AccountCalls.Password, Ct);

        var stranger = await api.RegisterAsync("zoe@example.org", "another one 2");
        Assert.Equal((HttpStatusCode.BadRequest, "User registration failed"), (stranger.Status, stranger["message"]));
        var owner = await api.RegisterAsync("zoe@example.org", AccountCalls.Password);
        Assert.Equal((HttpStatusCode.Created, account!.Uid), (owner.Status, owner["uid"]));
    }

    [Fact]
    public async Task Many_registrations_of_one_email_at_once_make_one_account()
    {
        await using var api = await RunningApi.StartAsync();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => api.RegisterAsync("zoe@example.org", AccountCalls.Password))
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
        var account = await identity.CreateAsync("boss@example.org", AccountCalls.Password, Ct);
        await identity.SetRoleAsync(account!.Uid, Role.Admin, Ct);

        var body = new { email = "boss@example.org", role = "VOLUNTEER" };
        await api.AskAsync(HttpMethod.Post, "/user/register-user-verified", body: body);

        Assert.Equal(Role.Admin, (await identity.FindAsync(account.Uid, Ct))!.Role);
        Assert.Equal(Role.Admin, (await api.Get<IUsers>().FindAsync(account.Uid, Ct))!.Role);
    }
}
