using System.Net;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Tests.Frame;

namespace Benevoclic.Api.Tests.Support;

public sealed class SupportEndpointsTests
{
    [Fact]
    public async Task A_report_is_answered_with_both_ids_and_knows_who_sent_it()
    {
        await using var api = await RunningApi.StartAsync();
        var ada = Someone.With(api, Role.Volunteer, "ada");

        var known = await ReportAsync(api, ada);
        var unknown = await ReportAsync(api, null);

        Assert.Equal(HttpStatusCode.Created, known.Status);
        Assert.Equal(known["_id"], known["id"]);
        Assert.Equal("PENDING", known["status"]);
        Assert.Equal("MEDIUM", known["priority"]);
        Assert.Equal("ada", known["userId"]);
        Assert.Null(unknown["userId"]);
        var own = await api.AskAsync(HttpMethod.Get, "/support/reports/my", ada);
        Assert.Equal([known["_id"]], own.Json.AsArray().Select(report => report!["_id"]!.ToString()));
    }

    [Fact]
    public async Task What_is_not_asked_for_is_refused_in_the_contracts_words()
    {
        await using var api = await RunningApi.StartAsync();

        var answer = await api.AskAsync(
            HttpMethod.Post,
            "/support/reports",
            body: new
            {
                screenshotUrl = "x",
                type = "NONE",
                description = "",
            }
        );

        Assert.Equal(
            """{"message":["property screenshotUrl should not exist","type must be one of the following values: ANNOUNCEMENT, TECHNICAL, USER_FEEDBACK, OTHER","category must be one of the following values: ","category should not be empty","description should not be empty"],"error":"Bad Request","statusCode":400}""",
            answer.Body
        );
    }

    [Fact]
    public async Task An_administrator_works_through_reports()
    {
        await using var api = await RunningApi.StartAsync();
        var admin = Someone.With(api, Role.Admin);
        var id = (await ReportAsync(api, null))["_id"];

        var status = await api.AskAsync(
            HttpMethod.Patch,
            $"/support/reports/{id}/status",
            admin,
            new { status = "RESOLVED", note = 1 }
        );
        var priority = await api.AskAsync(
            HttpMethod.Patch,
            $"/support/reports/{id}/priority",
            admin,
            new { priority = "HIGH" }
        );
        var changed = await api.AskAsync(
            HttpMethod.Patch,
            $"/support/reports/{id}",
            admin,
            new { adminNotes = "Vu", pageUrl = (string?)null }
        );
        var found = await api.AskAsync(HttpMethod.Get, $"/support/reports/{id}", admin);
        var removed = await api.AskAsync(HttpMethod.Delete, $"/support/reports/{id}", admin);

        Assert.Equal("RESOLVED", status["status"]);
        Assert.Equal("HIGH", priority["priority"]);
        Assert.Equal("Vu", changed["adminNotes"]);
        Assert.Equal(changed.Body, found.Body);
        Assert.Equal("", removed.Body);
        Assert.Equal(
            $$"""{"message":"Signalement avec l'ID {{id}} non trouvé","error":"Not Found","statusCode":404}""",
            (await api.AskAsync(HttpMethod.Get, $"/support/reports/{id}", admin)).Body
        );
    }

    [Theory]
    [InlineData("status", """{"status":"DONE"}""", "Statut invalide")]
    [InlineData("status", "{}", "Statut invalide")]
    [InlineData("priority", """{"priority":3}""", "Priorité invalide")]
    public async Task A_word_that_is_none_changes_nothing(string what, string body, string message)
    {
        await using var api = await RunningApi.StartAsync();
        var admin = Someone.With(api, Role.Admin);
        var id = (await ReportAsync(api, null))["_id"];

        var answer = await api.AskAsync(HttpMethod.Patch, $"/support/reports/{id}/{what}", admin, body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(message, answer["message"]);
    }

    [Fact]
    public async Task Statistics_and_pages_count_what_is_there()
    {
        await using var api = await RunningApi.StartAsync();
        var admin = Someone.With(api, Role.Admin);
        Assert.Equal(
            """{"total":0,"pending":0,"inProgress":0,"resolved":0,"rejected":0,"announcementReports":0,"technicalReports":0}""",
            (await api.AskAsync(HttpMethod.Get, "/support/stats", admin)).Body
        );
        for (var i = 0; i < 3; i++)
            await ReportAsync(api, null);

        var page = await api.AskAsync(HttpMethod.Get, "/support/reports/filter?type=TECHNICAL&page=2&limit=2", admin);
        var none = await api.AskAsync(HttpMethod.Get, "/support/reports/filter?createdAtTo=2026-11-22", admin);

        Assert.Equal(
            """{"_id":null,"total":3,"pending":3,"inProgress":0,"resolved":0,"rejected":0,"announcementReports":0,"technicalReports":3}""",
            (await api.AskAsync(HttpMethod.Get, "/support/stats", admin)).Body
        );
        Assert.Single(page.Json["reports"]!.AsArray());
        Assert.Equal("""{"page":2,"limit":2,"total":3,"pages":2}""", page.Json["meta"]!.ToJsonString());
        Assert.Empty(none.Json["reports"]!.AsArray());
    }

    [Theory]
    [InlineData("?colour=red", "property colour should not exist")]
    [InlineData(
        "?type=NONE",
        "type must be one of the following values: ANNOUNCEMENT, TECHNICAL, USER_FEEDBACK, OTHER"
    )]
    [InlineData("?page=two", "page must be a number conforming to the specified constraints")]
    [InlineData("?createdAtFrom=yesterday", "createdAtFrom must be a valid ISO 8601 date string")]
    public async Task A_filter_that_is_none_is_refused(string query, string message)
    {
        await using var api = await RunningApi.StartAsync();

        var answer = await api.AskAsync(
            HttpMethod.Get,
            $"/support/reports/filter{query}",
            Someone.With(api, Role.Admin)
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal([message], answer.Json["message"]!.AsArray().Select(one => one!.ToString()));
    }

    static Task<WireAnswer> ReportAsync(RunningApi api, Someone? by) =>
        api.AskAsync(
            HttpMethod.Post,
            "/support/reports",
            by,
            new
            {
                type = "TECHNICAL",
                category = "SLOW_PERFORMANCE",
                description = "C'est lent",
            }
        );
}
