using System.Net;
using System.Net.Http.Headers;
using Benevoclic.Api.Tests.Frame;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Benevoclic.Api.Tests;

/// <summary>Every route of the application with who may call it. A route without a line here fails the build.</summary>
public sealed class RouteTableTests
{
    const string Everyone = "everyone";
    const string LinkHolders = "who has a link";

    static readonly Dictionary<string, string> Callers = new()
    {
        ["GET /files/{**key}"] = LinkHolders,
        ["GET /health"] = Everyone,
        ["GET /health/ready"] = Everyone,
        ["GET /metrics"] = Everyone,
        ["GET /swagger-json"] = Everyone,
        ["GET /swagger-yaml"] = Everyone,
        ["POST /user/register"] = Everyone,
        ["POST /user/register-user-verified"] = Everyone,
        ["POST /user/register-google"] = Everyone,
        ["POST /user/login"] = Everyone,
        ["POST /user/refresh"] = Everyone,
        ["POST /user/logout"] = "ADMIN ASSOCIATION VOLUNTEER",
        ["GET /user/current-user"] = "ADMIN ASSOCIATION VOLUNTEER",
        ["GET /user/volunteers"] = "ADMIN",
        ["GET /user/association"] = "ADMIN",
        ["GET /user"] = "ADMIN",
        ["GET /user/email/{email}"] = "ADMIN",
        ["GET /user/{id}"] = Everyone,
        ["PATCH /user/{id}"] = "ADMIN ASSOCIATION VOLUNTEER",
        ["PATCH /user/{id}/location"] = "ADMIN ASSOCIATION VOLUNTEER",
        ["PATCH /user/{id}/isCompleted/{isCompleted}"] = "ADMIN ASSOCIATION VOLUNTEER",
        ["PATCH /user/{id}/update-connected/{connected}"] = "ADMIN ASSOCIATION VOLUNTEER",
        ["DELETE /user/{id}"] = "ADMIN ASSOCIATION VOLUNTEER",
        ["GET /auth/session"] = "any token",
        ["POST /auth/session/refresh"] = "any token",
        ["POST /auth/session/validate"] = "any token",
        ["GET /admin/{adminId}/check-approval-status"] = "ADMIN",
        ["PATCH /user/{id}/update-avatar"] = "ADMIN ASSOCIATION VOLUNTEER",
        ["GET /user/avatar/{id}"] = Everyone,
        ["POST /volunteer"] = "VOLUNTEER",
        ["GET /volunteer/nb-volunteer"] = Everyone,
        ["GET /volunteer"] = "ADMIN",
        ["GET /volunteer/{id}"] = Everyone,
        ["PATCH /volunteer/{id}"] = "VOLUNTEER",
        ["DELETE /volunteer/{id}"] = "VOLUNTEER",
        ["POST /association/createAssociation"] = "ASSOCIATION",
        ["GET /association/all"] = "ADMIN",
        ["GET /association/nb-association"] = Everyone,
        ["GET /association/waiting-list/{associationId}/{volunteerId}"] = "ADMIN VOLUNTEER",
        ["GET /association/volunteer-list/{associationId}/{volunteerId}"] = "ADMIN VOLUNTEER",
        ["GET /association/volunteer-waiting-list/all/{volunteerId}"] = "ADMIN VOLUNTEER",
        ["GET /association/volunteer-list/{volunteerId}"] = "ADMIN ASSOCIATION VOLUNTEER",
        ["PATCH /association/update/{associationId}"] = "ADMIN ASSOCIATION",
        ["DELETE /association/delete/{associationId}"] = "ADMIN ASSOCIATION",
        ["PATCH /association/volunteer/add/{associationId}"] = "ASSOCIATION",
        ["PATCH /association/volunteer/remove/{associationId}/{volunteerId}"] = "ADMIN ASSOCIATION VOLUNTEER",
        ["PATCH /association/volunteer-waiting/register/{associationId}"] = "ADMIN ASSOCIATION VOLUNTEER",
        ["PATCH /association/volunteer-waiting/remove/{associationId}/{volunteer}"] = "ADMIN ASSOCIATION VOLUNTEER",
        ["GET /association/waiting/by-volunteer/{volunteerId}"] = "VOLUNTEER",
        ["GET /association/by-volunteer/{volunteerId}"] = "VOLUNTEER",
        ["GET /association/by-id/{associationId}"] = Everyone,
        ["GET /settings/volunteer"] = "VOLUNTEER",
        ["GET /settings/volunteer/{volunteerId}"] = Everyone,
        ["PUT /settings/volunteer"] = "VOLUNTEER",
        ["DELETE /settings/volunteer"] = "VOLUNTEER",
        ["GET /settings/association"] = "ASSOCIATION",
        ["GET /settings/association/{associationId}"] = Everyone,
        ["PUT /settings/association"] = "ASSOCIATION",
        ["DELETE /settings/association"] = "ASSOCIATION",
        ["POST /favorites-announcement"] = "VOLUNTEER",
        ["GET /favorites-announcement/all"] = "ADMIN",
        ["GET /favorites-announcement/volunteer/{volunteerId}"] = "ADMIN VOLUNTEER",
        ["GET /favorites-announcement/volunteer/announcements/{volunteerId}"] = "ADMIN VOLUNTEER",
        ["GET /favorites-announcement/volunteer/{volunteerId}/favorites"] = "ADMIN VOLUNTEER",
        ["GET /favorites-announcement/announcement/{announcementId}"] = "ADMIN VOLUNTEER",
        ["GET /favorites-announcement/volunteer/{volunteerId}/announcement/{announcementId}"] = "ADMIN VOLUNTEER",
        ["DELETE /favorites-announcement/volunteer/{volunteerId}/announcement/{announcementId}"] = "VOLUNTEER",
        ["DELETE /favorites-announcement/volunteer/{volunteerId}"] = "VOLUNTEER",
        ["DELETE /favorites-announcement/announcement/{announcementId}"] = "VOLUNTEER",
        ["POST /support/reports"] = Everyone,
        ["GET /support/reports"] = "ADMIN",
        ["GET /support/reports/my"] = "ADMIN ASSOCIATION VOLUNTEER",
        ["GET /support/reports/filter"] = "ADMIN",
        ["GET /support/reports/announcement/{announcementId}"] = "ADMIN",
        ["GET /support/reports/{id}"] = "ADMIN",
        ["PATCH /support/reports/{id}"] = "ADMIN",
        ["PATCH /support/reports/{id}/status"] = "ADMIN",
        ["PATCH /support/reports/{id}/priority"] = "ADMIN",
        ["DELETE /support/reports/{id}"] = "ADMIN",
        ["GET /support/stats"] = "ADMIN",
        ["GET /association-dashboard/{associationId}"] = "ADMIN ASSOCIATION",
        ["GET /association-dashboard/{associationId}/announcements"] = "ADMIN ASSOCIATION",
        ["GET /association-dashboard/{associationId}/participants"] = "ADMIN ASSOCIATION",
        ["GET /association-dashboard/{associationId}/volunteers"] = "ADMIN ASSOCIATION",
        ["GET /association-dashboard/{associationId}/engagement"] = "ADMIN ASSOCIATION",
        ["GET /association-dashboard/{associationId}/timeline"] = "ADMIN ASSOCIATION",
        ["GET /association-dashboard/{associationId}/event-types"] = "ADMIN ASSOCIATION",
        ["POST /orphan-cleanup/manual"] = "ADMIN",
        ["GET /orphan-cleanup/status"] = "any token",
        ["GET /orphan-cleanup/{volunteerId}"] = "ADMIN",
        ["DELETE /orphan-cleanup/{volunteerId}"] = "ADMIN",
        ["GET /announcements/allAnnouncements"] = Everyone,
        ["GET /announcements/{id}"] = Everyone,
        ["POST /announcements/createAnnouncement"] = "ADMIN ASSOCIATION",
        ["POST /announcements/filter/announcements"] = Everyone,
        ["POST /announcements/filter/association"] = "ADMIN ASSOCIATION",
        ["GET /announcements/association/{associationId}"] = "ADMIN ASSOCIATION VOLUNTEER",
        ["GET /announcements/volunteer/{volunteerId}"] = "ADMIN ASSOCIATION VOLUNTEER",
        ["GET /announcements/participant/past/{volunteerId}"] = "ADMIN VOLUNTEER",
        ["GET /announcements/participant/{volunteerId}"] = "ADMIN VOLUNTEER",
        ["PATCH /announcements/{id}"] = "ADMIN ASSOCIATION",
        ["DELETE /announcements/{id}"] = "ADMIN ASSOCIATION",
        ["DELETE /announcements/association/{associationId}"] = "ASSOCIATION",
        ["PATCH /announcements/volunteer/register/{announcementId}"] = "ADMIN ASSOCIATION",
        ["PATCH /announcements/updateAnnouncementVisibility/{associationId}/{eventVisibility}"] = "ASSOCIATION",
        ["PATCH /announcements/volunteerWaiting/register/{announcementId}"] = "VOLUNTEER",
        ["PATCH /announcements/volunteer/presence/{announcementId}"] = "ADMIN ASSOCIATION",
        ["PATCH /announcements/participant/presence/{announcementId}"] = "ADMIN ASSOCIATION",
        ["PATCH /announcements/participant/register/{announcementId}"] = "VOLUNTEER",
        ["PATCH /announcements/volunteer/unregister/{volunteer}/{announcementId}"] = "ADMIN ASSOCIATION VOLUNTEER",
        ["PATCH /announcements/participant/unregister/{participant}/{announcementId}"] = "ADMIN ASSOCIATION VOLUNTEER",
        ["PATCH /announcements/volunteerWaiting/unregister/{volunteer}/{announcementId}"] =
            "ADMIN ASSOCIATION VOLUNTEER",
        ["PATCH /announcements/coverAnnouncement/{id}"] = "ASSOCIATION",
        ["PATCH /announcements/updateStatus/{announcementId}"] = "ADMIN ASSOCIATION",
    };

    [Fact]
    public async Task Every_route_of_the_application_is_in_the_table_and_the_other_way_round()
    {
        await using var api = await RunningApi.StartAsync();

        Assert.Equal(Callers.Keys.Order(StringComparer.Ordinal), RoutesOf(api).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_everyone_may_call_does_not_look_at_a_token()
    {
        await using var api = await RunningApi.StartAsync();
        // The web client's server sends exactly this for a visitor without an account.
        api.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "undefined");

        foreach (
            var route in Callers
                .Where(entry => entry.Value == Everyone && entry.Key.StartsWith("GET ", StringComparison.Ordinal))
                .Select(entry => entry.Key.Split(' ')[1])
        )
        {
            using var answer = await api.GetAsync(route);
            // With its braces a template is an id that nobody has.
            Assert.True(
                answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound,
                $"{route} answered {answer.StatusCode}"
            );
        }
    }

    static IEnumerable<string> RoutesOf(RunningApi api) =>
        from endpoint in api.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"]
        select $"{method} {endpoint.RoutePattern.RawText}";
}
