using System.Net;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Tests.Frame;

namespace Benevoclic.Api.Tests.Accounts;

public sealed class AccountListsTests
{
    [Fact]
    public async Task Accounts_are_listed_by_role_and_without_a_trace_of_a_password()
    {
        await using var api = await RunningApi.StartAsync();
        var zoe = await api.SettledAsync(Role.Volunteer);
        await api.SettledAsync(Role.Association);
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
        var zoe = await api.SettledAsync(Role.Volunteer);
        var admin = Someone.With(api, Role.Admin);

        Assert.Equal(
            zoe.Uid,
            (await api.AskAsync(HttpMethod.Get, $"/user/email/{zoe.Email.ToUpperInvariant()}", admin))["userId"]
        );
        var nobody = await api.AskAsync(HttpMethod.Get, "/user/email/nobody@example.org", admin);
        Assert.Equal((HttpStatusCode.OK, ""), (nobody.Status, nobody.Body));
    }
}
