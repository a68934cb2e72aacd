using System.Net;
using System.Text.Json.Nodes;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Tests.Frame;

namespace Benevoclic.Api.Tests.Announcements;

public sealed class AnnouncementsOnTheWireTests
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
            NewEvent(croix.Uid)
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
        var id = await PublishAsync(api, croix);

        (string Method, string Path, string? Body)[] acts =
        [
            ("POST", "/announcements/createAnnouncement", NewEvent(croix.Uid)),
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

    [Fact]
    public async Task A_volunteer_speaks_for_himself_alone()
    {
        await using var api = await RunningApi.StartAsync();
        var croix = Someone.With(api, Role.Association);
        var ada = Someone.With(api, Role.Volunteer);
        var bob = Someone.With(api, Role.Volunteer);
        var id = await PublishAsync(api, croix);

        foreach (var list in new[] { "participant", "volunteerWaiting" })
        {
            var own = $$"""{"id":"{{ada.Uid}}","name":"Ada"}""";
            Assert.Equal(
                NoRights,
                (await api.AskAsync(HttpMethod.Patch, $"/announcements/{list}/register/{id}", bob, own)).Body
            );
            Assert.Equal(
                own,
                (await api.AskAsync(HttpMethod.Patch, $"/announcements/{list}/register/{id}", ada, own)).Body
            );
            var leave = $"/announcements/{list}/unregister/{ada.Uid}/{id}";
            Assert.Equal(NoRights, (await api.AskAsync(HttpMethod.Patch, leave, bob, "{}")).Body);
            Assert.Equal($"\"{ada.Uid}\"", (await api.AskAsync(HttpMethod.Patch, leave, ada, "{}")).Body);
        }
    }

    [Fact]
    public async Task A_helper_waits_is_accepted_marked_and_taken_out()
    {
        await using var api = await RunningApi.StartAsync();
        var croix = Someone.With(api, Role.Association);
        var ada = Someone.With(api, Role.Volunteer);
        var id = await PublishAsync(api, croix);
        var person = $$"""{"id":"{{ada.Uid}}","name":"Ada"}""";

        await api.AskAsync(HttpMethod.Patch, $"/announcements/volunteerWaiting/register/{id}", ada, person);
        var again = await api.AskAsync(HttpMethod.Patch, $"/announcements/volunteerWaiting/register/{id}", ada, person);
        Assert.Equal("Volunteer already registered", again["message"]);
        Assert.Equal(HttpStatusCode.BadRequest, again.Status);

        Assert.Equal(
            person,
            (await api.AskAsync(HttpMethod.Patch, $"/announcements/volunteer/register/{id}", croix, person)).Body
        );
        var mark = $$"""{"id":"{{ada.Uid}}","name":"Ada","isPresent":true}""";
        var marked = await api.AskAsync(HttpMethod.Patch, $"/announcements/volunteer/presence/{id}", croix, mark);
        Assert.Equal($$"""{"id":"{{ada.Uid}}","name":"Ada","isPresent":true,"dateAdded":"2026-11-22"}""", marked.Body);

        var missions = await api.AskAsync(HttpMethod.Get, $"/announcements/volunteer/{ada.Uid}", ada);
        Assert.Equal(id, missions.Json[0]!["_id"]!.GetValue<string>());
        await api.AskAsync(HttpMethod.Patch, $"/announcements/volunteer/unregister/{ada.Uid}/{id}", croix, "{}");
        Assert.Equal("[]", (await api.AskAsync(HttpMethod.Get, $"/announcements/volunteer/{ada.Uid}", ada)).Body);
    }

    [Fact]
    public async Task Where_helpers_need_no_consent_waiting_is_helping_until_it_is_full()
    {
        await using var api = await RunningApi.StartAsync();
        var croix = Someone.With(api, Role.Association);
        await api.AskAsync(HttpMethod.Put, "/settings/association", croix, """{"autoApproveVolunteers":true}""");
        var id = await PublishAsync(api, croix, maxVolunteers: 1);
        var (ada, bob) = (Someone.With(api, Role.Volunteer), Someone.With(api, Role.Volunteer));

        await WaitAsync(ada);
        var refused = await WaitAsync(bob);

        Assert.Equal("Announcement is already completed", refused["message"]);
        var found = await api.AskAsync(HttpMethod.Get, $"/announcements/{id}", croix);
        Assert.Equal("1", found["nbVolunteers"]);
        Assert.Equal("ACTIVE", found["status"]);
        var left = await api.AskAsync(
            HttpMethod.Patch,
            $"/announcements/volunteerWaiting/unregister/{ada.Uid}/{id}",
            ada,
            "{}"
        );
        Assert.Equal(HttpStatusCode.OK, left.Status);
        Assert.Equal(HttpStatusCode.OK, (await WaitAsync(bob)).Status);

        Task<WireAnswer> WaitAsync(Someone who) =>
            api.AskAsync(
                HttpMethod.Patch,
                $"/announcements/volunteerWaiting/register/{id}",
                who,
                $$"""{"id":"{{who.Uid}}","name":"N"}"""
            );
    }

    [Fact]
    public async Task The_public_finds_what_is_to_come_and_reads_no_names()
    {
        await using var api = await RunningApi.StartAsync();
        var croix = Someone.With(api, Role.Association);
        var ada = Someone.With(api, Role.Volunteer);
        var id = await PublishAsync(api, croix);
        await api.AskAsync(
            HttpMethod.Patch,
            $"/announcements/participant/register/{id}",
            ada,
            $$"""{"id":"{{ada.Uid}}","name":"Ada Lovelace"}"""
        );

        var body = """{"page":1,"limit":9,"sort":"dateEvent_asc","nameEvent":"collecte","description":"collecte"}""";
        var found = await api.AskAsync(HttpMethod.Post, "/announcements/filter/announcements", null, body);

        Assert.Equal(HttpStatusCode.Created, found.Status);
        Assert.Equal("""{"page":1,"limit":9,"total":1,"pages":1}""", found.Json["meta"]!.ToJsonString());
        var shown = found.Json["annonces"]![0]!;
        Assert.Equal($$"""[{"id":"{{ada.Uid}}","isPresent":false,"name":""}]""", shown["participants"]!.ToJsonString());
        foreach (var path in new[] { $"/announcements/{id}", "/announcements/allAnnouncements" })
            Assert.DoesNotContain(
                "Lovelace",
                (await api.AskAsync(HttpMethod.Get, path)).Body,
                StringComparison.Ordinal
            );
        Assert.Contains(
            "Lovelace",
            (await api.AskAsync(HttpMethod.Get, $"/announcements/{id}", ada)).Body,
            StringComparison.Ordinal
        );

        await api.AskAsync(
            HttpMethod.Patch,
            $"/announcements/updateAnnouncementVisibility/{croix.Uid}/false",
            croix,
            "{}"
        );
        found = await api.AskAsync(HttpMethod.Post, "/announcements/filter/announcements", null, body);
        Assert.Equal("[]", found.Json["annonces"]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"limit":0}""")]
    [InlineData("""{"page":-1}""")]
    [InlineData("""{"page":1.5}""")]
    [InlineData("""{"longitude":200,"latitude":48,"radius":10}""")]
    [InlineData("""{"longitude":2,"latitude":-90.5,"radius":10}""")]
    public async Task A_page_or_a_place_that_is_none_holds_nothing(string body)
    {
        await using var api = await RunningApi.StartAsync();

        var answer = await api.AskAsync(HttpMethod.Post, "/announcements/filter/announcements", null, body);

        Assert.Equal("""{"annonces":[],"meta":{"total":0,"page":1,"limit":10}}""", answer.Body);
        Assert.Equal(HttpStatusCode.Created, answer.Status);
    }

    [Theory]
    [InlineData("""{"tags":[]}""", "tags should not be empty")]
    [InlineData("""{"sort":"datePublication_asc"}""", "sort must be one of the following values: ")]
    [InlineData("""{"hoursEventFrom":""}""", @"hoursEventFrom must match /^\d{2}:\d{2}$/ regular expression")]
    [InlineData(
        """{"latitude":"x","longitude":2,"radius":0}""",
        "latitude must be a number conforming to the specified constraints"
    )]
    [InlineData("""{"userId":"x"}""", "property userId should not exist")]
    [InlineData("""{"dateEventFrom":"soon"}""", "dateEventFrom must be a valid ISO 8601 date string")]
    public async Task A_search_that_breaks_a_rule_is_told_which(string body, string message)
    {
        await using var api = await RunningApi.StartAsync();

        var answer = await api.AskAsync(HttpMethod.Post, "/announcements/filter/announcements", null, body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(message, answer.Json["message"]!.AsArray().Select(one => one!.GetValue<string>()));
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
        var body = JsonNode.Parse(NewEvent(croix.Uid))!;
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

        var found = await api.AskAsync(HttpMethod.Get, $"/announcements/{await PublishAsync(api, croix)}", croix);

        Assert.Equal("-1", found["maxParticipants"]);
        Assert.Equal("3", found["maxVolunteers"]);
    }

    static async Task<string> PublishAsync(RunningApi api, Someone association, int maxVolunteers = 3)
    {
        var body = NewEvent(association.Uid, maxVolunteers);
        return (
            await api.AskAsync(HttpMethod.Post, "/announcements/createAnnouncement", association, body)
        ).Json.GetValue<string>();
    }

    static string NewEvent(string associationId, int maxVolunteers = 3) =>
        $$"""
            {"description":"Une collecte","datePublication":"2026-11-20","dateEvent":"2026-12-24","hoursEvent":"09:30",
             "nameEvent":"Collecte","tags":["nature"],"associationId":"{{associationId}}","associationName":"Croix",
             "addressAnnouncement":{"address":"1 rue X","city":"Lyon","postalCode":"69001","country":"France"},
             "locationAnnouncement":{"type":"Point","coordinates":[4.83,45.76]},"maxParticipants":2,"status":"ACTIVE",
             "maxVolunteers":{{maxVolunteers}}}
            """;
}
