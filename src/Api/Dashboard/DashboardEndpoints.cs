using Benevoclic.Api.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevoclic.Api.Dashboard;

/// <summary>The dashboard as a whole, and each part of it.</summary>
static class DashboardEndpoints
{
    public static void AddDashboard(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Dashboards>();
        builder.Services.ConfigureHttpJsonOptions(json =>
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, DashboardJson.Default)
        );
    }

    public static void MapDashboard(this WebApplication app)
    {
        var dashboard = app.MapGroup("/association-dashboard").WithTags("association-dashboard");
        dashboard.MapGet("/{associationId}", Whole).For(Role.Association, Role.Admin);
        dashboard.MapGet("/{associationId}/announcements", Announcements).For(Role.Association, Role.Admin);
        dashboard.MapGet("/{associationId}/participants", Participants).For(Role.Association, Role.Admin);
        dashboard.MapGet("/{associationId}/volunteers", Volunteers).For(Role.Association, Role.Admin);
        dashboard.MapGet("/{associationId}/engagement", Engagement).For(Role.Association, Role.Admin);
        dashboard.MapGet("/{associationId}/timeline", Timeline).For(Role.Association, Role.Admin);
        dashboard.MapGet("/{associationId}/event-types", EventTypes).For(Role.Association, Role.Admin);
    }

    static async Task<Ok<AssociationDashboard>> Whole(
        string associationId,
        [AsParameters] DashboardFilter filter,
        Caller caller,
        Dashboards dashboards,
        CancellationToken ct
    ) => TypedResults.Ok(await dashboards.MakeAsync(associationId, filter, caller, ct));

    static async Task<Ok<AnnouncementStats>> Announcements(
        string associationId,
        [AsParameters] DashboardFilter filter,
        Caller caller,
        Dashboards dashboards,
        CancellationToken ct
    ) => TypedResults.Ok((await dashboards.MakeAsync(associationId, filter, caller, ct)).AnnouncementStats);

    static async Task<Ok<ParticipantStats>> Participants(
        string associationId,
        [AsParameters] DashboardFilter filter,
        Caller caller,
        Dashboards dashboards,
        CancellationToken ct
    ) => TypedResults.Ok((await dashboards.MakeAsync(associationId, filter, caller, ct)).ParticipantStats);

    static async Task<Ok<VolunteerStats>> Volunteers(
        string associationId,
        [AsParameters] DashboardFilter filter,
        Caller caller,
        Dashboards dashboards,
        CancellationToken ct
    ) => TypedResults.Ok((await dashboards.MakeAsync(associationId, filter, caller, ct)).VolunteerStats);

    static async Task<Ok<EngagementStats>> Engagement(
        string associationId,
        [AsParameters] DashboardFilter filter,
        Caller caller,
        Dashboards dashboards,
        CancellationToken ct
    ) => TypedResults.Ok((await dashboards.MakeAsync(associationId, filter, caller, ct)).EngagementStats);

    static async Task<Ok<IReadOnlyList<TimelineDay>>> Timeline(
        string associationId,
        [AsParameters] DashboardFilter filter,
        Caller caller,
        Dashboards dashboards,
        CancellationToken ct
    ) => TypedResults.Ok((await dashboards.MakeAsync(associationId, filter, caller, ct)).TimeSeriesData);

    static async Task<Ok<IReadOnlyList<EventTypeStats>>> EventTypes(
        string associationId,
        [AsParameters] DashboardFilter filter,
        Caller caller,
        Dashboards dashboards,
        CancellationToken ct
    ) => TypedResults.Ok((await dashboards.MakeAsync(associationId, filter, caller, ct)).EventTypeStats);
}
