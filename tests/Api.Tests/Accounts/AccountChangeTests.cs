using System.Net;
using Benevoclic.Api.Accounts;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Tests.Frame;

namespace Benevoclic.Api.Tests.Accounts;

public sealed class AccountChangeTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Others_do_not_see_where_somebody_lives_nor_his_number()
    {
        await using var api = await RunningApi.StartAsync();
        var zoe = await api.SettledAsync(Role.Volunteer);
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
        var zoe = await api.SettledAsync(Role.Volunteer);
        var ada = await api.SettledAsync(Role.Volunteer);

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
        var zoe = await api.SettledAsync(Role.Volunteer);
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
        var zoe = await api.SettledAsync(Role.Volunteer);

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
}
