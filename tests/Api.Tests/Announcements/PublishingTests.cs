using System.Net;
using System.Text.Json.Nodes;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Tests.Frame;

namespace Benevoclic.Api.Tests.Announcements;

public sealed class PublishingTests
{
    const string NoRights =
        """{"message":"Vous n'avez pas les droits nécessaires","error":"Forbidden","statusCode":403}""";
    const string Missing = """{"message":"Annonce non trouvée","error":"Not Found","statusCode":404}""";

    [Fact]
    public async Task An_association_publishes_edits_and_removes_its_event()
    {
        await using var api = await RunningApi.StartAsync();
        var croix = Someone.With(api, Role.Association);

        var created = await api.AskAsync(
            HttpMethod.Post,
            "/announcements/createAnnouncement",
            croix,
            Publishing.NewEvent(croix.Uid)
        );
        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.Matches("^\"[0-9a-f]{24}\"$", created.Body);
        var id = created.Json.GetValue<string>();

        var edit = """{"nameEvent":"Collecte d'été","maxParticipants":5}""";
        Assert.Equal(edit, (await api.AskAsync(HttpMethod.Patch, $"/announcements/{id}", croix, edit)).Body);

        var found = await api.AskAsync(HttpMethod.Get, $"/announcements/{id}", croix);
        Assert.Equal("Collecte d'été", found["nameEvent"]);
        Assert.Equal("2026-12-24", found["dateEvent"]);
        Assert.Equal("", found["announcementImage"]);
        Assert.Equal("", found["associationLogo"]);
        Assert.Equal("3", found["maxVolunteers"]);
        Assert.Equal("0", found["nbParticipants"]);
        Assert.Contains("\"tags\":[\"nature\"]", found.Body, StringComparison.Ordinal);

        var removed = await api.AskAsync(HttpMethod.Delete, $"/announcements/{id}", croix);
        Assert.Equal((HttpStatusCode.OK, ""), (removed.Status, removed.Body));
        Assert.Equal(Missing, (await api.AskAsync(HttpMethod.Get, $"/announcements/{id}", croix)).Body);
    }

    [Fact]
    public async Task Nobody_else_touches_an_event()
    {
        await using var api = await RunningApi.StartAsync();
        var croix = Someone.With(api, Role.Association);
        var other = Someone.With(api, Role.Association);
        var id = await api.PublishAsync(croix);

        (string Method, string Path, string? Body)[] acts =
        [
            ("POST", "/announcements/createAnnouncement", Publishing.NewEvent(croix.Uid)),
            ("PATCH", $"/announcements/{id}", """{"nameEvent":"mine"}"""),
            ("DELETE", $"/announcements/{id}", null),
            ("DELETE", $"/announcements/association/{croix.Uid}", null),
            ("PATCH", $"/announcements/updateStatus/{id}", """{"status":"INACTIVE"}"""),
            ("PATCH", $"/announcements/updateAnnouncementVisibility/{croix.Uid}/false", null),
            ("PATCH", $"/announcements/volunteer/register/{id}", """{"id":"ada","name":"Ada"}"""),
            ("PATCH", $"/announcements/participant/presence/{id}", """{"id":"ada","name":"Ada"}"""),
            ("PATCH", $"/announcements/coverAnnouncement/{id}", null),
            ("POST", "/announcements/filter/association", $$"""{"associationId":"{{croix.Uid}}"}"""),
        ];
        foreach (var (method, path, body) in acts)
        {
            var answer = await api.AskAsync(HttpMethod.Parse(method), path, other, body);
            Assert.Equal((path, HttpStatusCode.Forbidden, NoRights), (path, answer.Status, answer.Body));
        }
        // An event cannot be given away either, not even to nobody.
        foreach (var owner in new[] { $"\"{other.Uid}\"", "null", "\"\"" })
        {
            var gift = $$"""{"associationId":{{owner}}}""";
            var answer = await api.AskAsync(HttpMethod.Patch, $"/announcements/{id}", croix, gift);
            Assert.Equal((gift, HttpStatusCode.Forbidden), (gift, answer.Status));
        }
    }

    [Theory]
    [InlineData("dateEvent", "\"2026-13-45\"", "dateEvent must be a valid ISO 8601 date string")]
    [InlineData("dateEvent", "\"2026-12\"", "dateEvent must be a valid ISO 8601 date string")]
    [InlineData("hoursEvent", "\"25:00\"", @"hoursEvent must match /^\d{2}:\d{2}$/ regular expression")]
    [InlineData("status", "\"OPEN\"", "status must be one of the following values: ACTIVE, INACTIVE, COMPLETED")]
    [InlineData(
        "maxParticipants",
        "\"many\"",
        "maxParticipants must be a number conforming to the specified constraints"
    )]
    [InlineData("tags", "[1]", "each value in tags must be a string")]
    public async Task What_searches_could_not_find_again_is_not_stored(string field, string value, string message)
    {
        await using var api = await RunningApi.StartAsync();
        var croix = Someone.With(api, Role.Association);
        var body = JsonNode.Parse(Publishing.NewEvent(croix.Uid))!;
        body[field] = JsonNode.Parse(value);

        var answer = await api.AskAsync(
            HttpMethod.Post,
            "/announcements/createAnnouncement",
            croix,
            body.ToJsonString()
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(message, answer.Json["message"]!.AsArray().Select(one => one!.GetValue<string>()));
        Assert.Equal("[]", (await api.AskAsync(HttpMethod.Get, "/announcements/allAnnouncements")).Body);
    }

    [Fact]
    public async Task A_limit_that_the_association_does_not_want_is_none()
    {
        await using var api = await RunningApi.StartAsync();
        var croix = Someone.With(api, Role.Association);
        await api.AskAsync(HttpMethod.Put, "/settings/association", croix, """{"participantLimits":false}""");

        var found = await api.AskAsync(HttpMethod.Get, $"/announcements/{await api.PublishAsync(croix)}", croix);

        Assert.Equal("-1", found["maxParticipants"]);
        Assert.Equal("3", found["maxVolunteers"]);
    }
}
