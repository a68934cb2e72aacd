using System.Net;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Tests.Announcements;
using Benevoclic.Api.Tests.Frame;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Benevoclic.Api.Tests.Repeats;

/// <summary>MongoDB has done what it was asked, and the connection breaks before it says so.</summary>
public sealed class LostAnswersTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("announcements", "/announcements/createAnnouncement")]
    [InlineData("support", "/support/reports")]
    [InlineData("favorites", "/favorites-announcement")]
    [InlineData("volunteers", "/volunteer")]
    [InlineData("associations", "/association/createAssociation")]
    public async Task What_was_added_although_it_said_503_is_not_added_again(string collection, string address)
    {
        await using var wire = MongoWire.Losing("insert", collection);
        await using var api = await wire.StartApiAsync();
        var (who, body) = NewOf(collection, api);

        var first = await api.SendAsync(who, "req_1", HttpMethod.Post, address, body);
        var second = await api.SendAsync(who, "req_1", HttpMethod.Post, address, body);
        var third = await api.SendAsync(who, "req_1", HttpMethod.Post, address, body);

        Assert.True(wire.HasLost);
        Assert.True(first.Status == HttpStatusCode.ServiceUnavailable, first.ToString());
        Assert.True(second.Status == HttpStatusCode.Created, second.ToString());
        Assert.Equal(second, third);
        Assert.Equal(1, await CountAsync(api, collection));
    }

    [Fact]
    public async Task A_request_that_was_noted_although_it_said_503_can_be_sent_again_at_once()
    {
        await using var wire = MongoWire.Losing("insert", "requests");
        await using var api = await wire.StartApiAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await PublishAsync(api)).Status);
        Assert.Equal(HttpStatusCode.Created, (await PublishAsync(api)).Status);

        Assert.True(wire.HasLost);
        Assert.Equal(1, await CountAsync(api, "announcements"));
    }

    [Fact]
    public async Task An_answer_that_cannot_be_kept_is_given()
    {
        await using var wire = MongoWire.Losing("findAndModify", "requests");
        await using var api = await wire.StartApiAsync();

        var first = await PublishAsync(api);
        var second = await PublishAsync(api);

        Assert.True(wire.HasLost);
        Assert.Equal(HttpStatusCode.Created, first.Status);
        Assert.Equal(first, second);
        Assert.Equal(1, await CountAsync(api, "announcements"));
    }

    static Task<WireAnswer> PublishAsync(RunningApi api)
    {
        var croix = Someone.With(api, Role.Association, "croix");
        return api.SendAsync(
            croix,
            "req_1",
            HttpMethod.Post,
            "/announcements/createAnnouncement",
            Publishing.NewEvent("croix")
        );
    }

    static Task<long> CountAsync(RunningApi api, string collection) =>
        api.Get<IMongoDatabase>()
            .GetCollection<BsonDocument>(collection)
            .CountDocumentsAsync(FilterDefinition<BsonDocument>.Empty, cancellationToken: Ct);

    static (Someone Who, string Body) NewOf(string collection, RunningApi api)
    {
        var who = Someone.With(api, collection is "favorites" or "volunteers" ? Role.Volunteer : Role.Association);
        return (
            who,
            collection switch
            {
                "announcements" => Publishing.NewEvent(who.Uid),
                "support" => """{"type":"OTHER","category":"OTHER","description":"help"}""",
                "favorites" => $$"""{"volunteerId":"{{who.Uid}}","announcementId":"6920123e567f0123456789ab"}""",
                _ => $$"""{"email":"{{who.Email}}"}""",
            }
        );
    }
}
