using System.Net;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Tests.Frame;

namespace Benevoclic.Api.Tests.Announcements;

public sealed class SearchOnTheWireTests
{
    [Fact]
    public async Task The_public_finds_what_is_to_come_and_reads_no_names()
    {
        await using var api = await RunningApi.StartAsync();
        var croix = Someone.With(api, Role.Association);
        var ada = Someone.With(api, Role.Volunteer);
        var id = await api.PublishAsync(croix);
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
}
