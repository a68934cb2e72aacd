using System.Net;
using System.Text.Json.Nodes;
using Benevoclic.Api.Announcements;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Tests.Announcements;
using Benevoclic.Api.Tests.Frame;

namespace Benevoclic.Api.Tests.Dashboard;

/// <summary>The clock of the tests stands at 22 November 2026.</summary>
public sealed class DashboardTests
{
    static readonly (string Name, JsonNode? Value)[] Full =
    [
        ("nameEvent", "Plein"),
        ("datePublication", "2026-11-01"),
        ("tags", new JsonArray("nature")),
        ("participants", People(("ada", "2026-11-02"), ("bob", "2026-10-30"))),
        ("nbParticipants", 2),
        ("maxParticipants", 2),
        ("volunteers", People(("cy", "2026-11-03"))),
        ("nbVolunteers", 1),
        ("maxVolunteers", 1),
        ("volunteersWaiting", People(("dan", null))),
        ("status", "COMPLETED"),
    ];

    static readonly (string Name, JsonNode? Value)[] Open =
    [
        ("nameEvent", "Ouvert"),
        ("datePublication", "2026-11-01"),
        ("tags", new JsonArray("nature", "sport")),
        ("participants", People(("ada", "2026-11-05"))),
        ("nbParticipants", 1),
        ("maxParticipants", 4),
        ("maxVolunteers", 2),
    ];

    static readonly (string Name, JsonNode? Value)[] Unlimited =
    [
        ("nameEvent", "Sans limite"),
        ("datePublication", "2026-10-15"),
        ("tags", null),
        ("maxParticipants", -1),
        ("maxVolunteers", -1),
        ("status", "INACTIVE"),
    ];

    [Fact]
    public async Task The_formulas_are_the_contracts()
    {
        await using var api = await RunningApi.StartAsync();
        var croix = await WithEventsAsync(api, Full, Open, Unlimited);

        var whole = (await api.AskAsync(HttpMethod.Get, $"/association-dashboard/{croix.Uid}", croix)).Json;

        Assert.Equal(
            """{"totalAnnouncements":3,"activeAnnouncements":1,"completedAnnouncements":1,"cancelledAnnouncements":1,"completionRate":33,"averageParticipantsPerAnnouncement":1,"averageVolunteersPerAnnouncement":0.3}""",
            whole["announcementStats"]!.ToJsonString()
        );
        Assert.Equal(
            """{"totalUniqueParticipants":2,"totalParticipations":3,"newParticipantsThisMonth":1,"retentionRate":50,"mostActiveParticipant":{"id":"ada","name":"ADA","participations":2}}""",
            whole["participantStats"]!.ToJsonString()
        );
        Assert.Equal(
            """{"totalUniqueVolunteers":1,"totalVolunteerParticipations":1,"newVolunteersThisMonth":1,"retentionRate":0,"mostActiveVolunteer":{"id":"cy","name":"CY","participations":1},"volunteersInWaitingList":1}""",
            whole["volunteerStats"]!.ToJsonString()
        );
        // 3 of 2 places and 1 of 4; the one without a limit counts for nothing.
        var engagement = whole["engagementStats"]!;
        Assert.Equal(1.3, engagement["overallEngagementRate"]!.GetValue<double>());
        Assert.Equal(88, engagement["averageEventFillRate"]!.GetValue<int>());
        Assert.Equal("Plein", engagement["mostPopularEvent"]!["name"]!.GetValue<string>());
        Assert.Equal(150, engagement["bestFillRateEvent"]!["fillRate"]!.GetValue<int>());
        Assert.Matches("^[0-9a-f]{24}$", engagement["bestFillRateEvent"]!["id"]!.GetValue<string>());
        Assert.Equal(
            """[{"eventType":"nature","count":2,"completionRate":50,"averageParticipants":2},{"eventType":"sport","count":1,"completionRate":0,"averageParticipants":1},{"eventType":"autre","count":1,"completionRate":0,"averageParticipants":0}]""",
            whole["eventTypeStats"]!.ToJsonString()
        );
        Assert.Equal("2025-11-22T00:00:00.000+01:00", whole["period"]!["startDate"]!.GetValue<string>());
        Assert.Equal("2027-05-22T23:59:59.999+02:00", whole["period"]!["endDate"]!.GetValue<string>());
        var days = whole["timeSeriesData"]!.AsArray();
        Assert.Equal(547, days.Count);
        Assert.Equal(
            """{"date":"2026-11-01","announcements":2,"participants":3,"volunteers":1,"engagementRate":2}""",
            days.Single(day => day!["date"]!.GetValue<string>() == "2026-11-01")!.ToJsonString()
        );
    }

    [Fact]
    public async Task Each_part_is_the_wholes()
    {
        await using var api = await RunningApi.StartAsync();
        var croix = await WithEventsAsync(api, Full, Open);
        var whole = (await api.AskAsync(HttpMethod.Get, $"/association-dashboard/{croix.Uid}", croix)).Json;

        foreach (
            var (path, member) in new[]
            {
                ("announcements", "announcementStats"),
                ("participants", "participantStats"),
                ("volunteers", "volunteerStats"),
                ("engagement", "engagementStats"),
                ("timeline", "timeSeriesData"),
                ("event-types", "eventTypeStats"),
            }
        )
        {
            var part = await api.AskAsync(HttpMethod.Get, $"/association-dashboard/{croix.Uid}/{path}", croix);
            Assert.Equal(whole[member]!.ToJsonString(), part.Body);
        }
    }

    [Theory]
    [InlineData("?startDate=2026-11-01&endDate=2026-11-01", 2)]
    [InlineData("?startDate=2026-10-02&endDate=2026-10-31", 1)]
    [InlineData("?eventType=sport", 1)]
    [InlineData("?eventType=Sport", 0)]
    [InlineData("?status=COMPLETED", 1)]
    [InlineData("?startDate=soon", 0)]
    [InlineData("?startDate=2026-12-01&endDate=2026-11-01", 0)]
    [InlineData("?startDate=9996-01-01", 0)]
    [InlineData("?startDate=9995-01-01&endDate=9999-12-31", 0)]
    public async Task It_keeps_what_was_published_in_the_period_and_fits(string query, int kept)
    {
        await using var api = await RunningApi.StartAsync();
        var croix = await WithEventsAsync(api, Full, Open, Unlimited);

        var whole = await api.AskAsync(HttpMethod.Get, $"/association-dashboard/{croix.Uid}{query}", croix);

        Assert.Equal(kept, whole.Json["announcementStats"]!["totalAnnouncements"]!.GetValue<int>());
    }

    [Fact]
    public async Task An_association_without_events_reads_zeros()
    {
        await using var api = await RunningApi.StartAsync();
        var croix = Someone.With(api, Role.Association);

        var whole = (await api.AskAsync(HttpMethod.Get, $"/association-dashboard/{croix.Uid}?startDate=x", croix)).Json;

        Assert.Equal(0, whole["announcementStats"]!["completionRate"]!.GetValue<int>());
        Assert.Equal("Aucun", whole["engagementStats"]!["mostPopularEvent"]!["name"]!.GetValue<string>());
        Assert.Null(whole["period"]!["startDate"]);
        Assert.Empty(whole["timeSeriesData"]!.AsArray());
    }

    [Fact]
    public async Task A_period_of_more_than_five_years_and_somebody_elses_dashboard_are_refused()
    {
        await using var api = await RunningApi.StartAsync();
        var croix = Someone.With(api, Role.Association);

        var long_ = $"/association-dashboard/{croix.Uid}?startDate=0001-01-01&endDate=2026-01-01";
        Assert.Equal(HttpStatusCode.BadRequest, (await api.AskAsync(HttpMethod.Get, long_, croix)).Status);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await api.AskAsync(HttpMethod.Get, "/association-dashboard/other", croix)).Status
        );
    }

    static async Task<Someone> WithEventsAsync(RunningApi api, params (string Name, JsonNode? Value)[][] events)
    {
        var croix = Someone.With(api, Role.Association);
        foreach (var fields in events)
        {
            var own = fields.Select(field => (field.Name, field.Value?.DeepClone())).ToArray();
            await api.Get<IAnnouncements>()
                .AddAsync(
                    new(AnAnnouncement.With(own).Document.With(("associationId", croix.Uid))),
                    TestContext.Current.CancellationToken
                );
        }
        return croix;
    }

    static JsonArray People(params (string Id, string? Since)[] people) =>
        new([
            .. people.Select(person => new JsonObject
            {
                ["id"] = person.Id,
                ["name"] = person.Id.ToUpperInvariant(),
                ["dateAdded"] = person.Since,
            }),
        ]);
}
