using System.Net;
using Benevoclic.Api.Announcements;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Storage;
using Benevoclic.Api.Tests.Frame;

namespace Benevoclic.Api.Tests.Favorites;

public sealed class FavoriteEndpointsTests
{
    const string Root = "/favorites-announcement";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_favorite_is_echoed_and_a_second_one_refused()
    {
        await using var api = await RunningApi.StartAsync();
        var ada = Someone.With(api, Role.Volunteer, "ada");

        var first = await api.AskAsync(HttpMethod.Post, Root, ada, Body("ada", "a1"));
        var second = await api.AskAsync(HttpMethod.Post, Root, ada, Body("ada", "a1"));

        Assert.Equal(HttpStatusCode.Created, first.Status);
        Assert.Equal("""{"volunteerId":"ada","announcementId":"a1"}""", first.Body);
        Assert.Equal(HttpStatusCode.BadRequest, second.Status);
        Assert.Equal("Favorite announcement already exists", second["message"]);
    }

    [Fact]
    public async Task Announcements_come_in_the_order_of_marking_without_those_that_are_gone()
    {
        await using var api = await RunningApi.StartAsync();
        var ada = Someone.With(api, Role.Volunteer, "ada");
        var active = await AddAsync(api, "Repas", AnnouncementStatus.Active);
        var inactive = await AddAsync(api, "Retirée", AnnouncementStatus.Inactive);
        foreach (var id in new[] { "6741a0b2c3d4e5f601234567", inactive, "no id at all", active })
            await api.AskAsync(HttpMethod.Post, Root, ada, Body("ada", id));

        var shown = await api.AskAsync(HttpMethod.Get, $"{Root}/volunteer/announcements/ada", ada);
        var all = await api.AskAsync(HttpMethod.Get, $"{Root}/volunteer/ada/favorites", ada);

        Assert.Equal(["Repas"], shown.Json.AsArray().Select(one => one!["nameEvent"]!.ToString()));
        Assert.True(shown.Json[0]!["isFavorite"]!.GetValue<bool>());
        Assert.Equal("", shown.Json[0]!["associationLogo"]!.ToString());
        Assert.Equal(["Retirée", "Repas"], all.Json.AsArray().Select(one => one!["nameEvent"]!.ToString()));
        Assert.Null(all.Json[0]!["isFavorite"]);
    }

    [Fact]
    public async Task Nobody_sees_or_changes_the_favorites_of_somebody_else_but_an_administrator_sees()
    {
        await using var api = await RunningApi.StartAsync();
        var ada = Someone.With(api, Role.Volunteer, "ada");
        var bob = Someone.With(api, Role.Volunteer, "bob");
        var admin = Someone.With(api, Role.Admin);
        await api.AskAsync(HttpMethod.Post, Root, ada, Body("ada", "a1"));
        await api.AskAsync(HttpMethod.Post, Root, bob, Body("bob", "a1"));

        foreach (
            var (method, address) in new[]
            {
                (HttpMethod.Get, "/volunteer/ada"),
                (HttpMethod.Get, "/volunteer/announcements/ada"),
                (HttpMethod.Get, "/volunteer/ada/favorites"),
                (HttpMethod.Get, "/volunteer/ada/announcement/a1"),
                (HttpMethod.Delete, "/volunteer/ada"),
                (HttpMethod.Delete, "/volunteer/ada/announcement/a1"),
            }
        )
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await api.AskAsync(method, Root + address, bob)).Status);
        }
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await api.AskAsync(HttpMethod.Post, Root, bob, Body("ada", "a2"))).Status
        );
        Assert.Single((await api.AskAsync(HttpMethod.Get, $"{Root}/announcement/a1", bob)).Json.AsArray());
        Assert.Equal(
            """{"acknowledged":true,"deletedCount":1}""",
            (await api.AskAsync(HttpMethod.Delete, $"{Root}/announcement/a1", bob)).Body
        );
        var left = (await api.AskAsync(HttpMethod.Get, $"{Root}/all", admin)).Json.AsArray();
        Assert.Equal(["ada"], left.Select(favorite => favorite!["volunteerId"]!.ToString()));
    }

    [Fact]
    public async Task One_favorite_comes_without_its_id_and_one_that_is_not_there_comes_empty()
    {
        await using var api = await RunningApi.StartAsync();
        var ada = Someone.With(api, Role.Volunteer, "ada");
        await api.AskAsync(HttpMethod.Post, Root, ada, Body("ada", "a1"));

        Assert.Equal(
            """{"volunteerId":"ada","announcementId":"a1"}""",
            (await api.AskAsync(HttpMethod.Get, $"{Root}/volunteer/ada/announcement/a1", ada)).Body
        );
        Assert.Equal("", (await api.AskAsync(HttpMethod.Get, $"{Root}/volunteer/ada/announcement/a2", ada)).Body);
    }

    static object Body(string volunteerId, string announcementId) => new { volunteerId, announcementId };

    static async Task<string> AddAsync(RunningApi api, string name, string status) =>
        (await api.Get<IAnnouncements>().AddAsync(new(Document.Of(("nameEvent", name), ("status", status))), Ct)).Id;
}
