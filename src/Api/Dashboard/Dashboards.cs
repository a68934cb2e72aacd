using Benevoclic.Api.Announcements;
using Benevoclic.Api.Hosting;
using Benevoclic.Api.Identity;

namespace Benevoclic.Api.Dashboard;

sealed class Dashboards(IAnnouncements announcements, TimeProvider clock)
{
    /// <exception cref="Hosting.Errors.ApiException">403, or 400 for a period that is too long.</exception>
    public async Task<AssociationDashboard> MakeAsync(
        string associationId,
        DashboardFilter filter,
        Caller caller,
        CancellationToken ct
    )
    {
        caller.RequireMayActFor(associationId);
        var period = DashboardPeriod.Of(filter.StartDate, filter.EndDate, clock);
        var query = new DashboardQuery(period, filter.EventType, filter.Status);
        var all = await announcements.ListOfAssociationAsync(associationId, ct);
        return AssociationDashboard.Of(all, query, clock.ParisToday());
    }
}
