using Benevoclic.Relay.Delivery;
using Benevoclic.Relay.Hosting;
using Benevoclic.Relay.Incidents;
using Benevoclic.Relay.Journaling;
using Benevoclic.Relay.Texts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevoclic.Relay.Page;

static class PageEndpoint
{
    public static void MapPage(this WebApplication app)
    {
        app.MapGet("/", ShowOverview);
        app.MapGet("/past", ShowPast);
        app.MapGet("/incident/{id:long}", ShowIncident);
    }

    static ContentHttpResult ShowOverview(
        HttpResponse response,
        Journal journal,
        Roads roads,
        RelayMetrics metrics,
        Language language,
        TimeProvider time
    ) =>
        Page(
            response,
            new OverviewPage(language, new Clock(time, language)).Render(Overview.Of(journal, roads, metrics))
        );

    /// <param name="before">The number of the last incident of the page before; none: from the newest on.</param>
    static ContentHttpResult ShowPast(
        HttpResponse response,
        Journal journal,
        Language language,
        TimeProvider time,
        long before = long.MaxValue
    ) =>
        Page(
            response,
            new PastPage(language, new Clock(time, language)).Render(
                journal.Read(sql => IncidentTable.LatestClosed(sql, PastPage.Shown, before))
            )
        );

    static Results<ContentHttpResult, NotFound> ShowIncident(
        long id,
        HttpResponse response,
        Journal journal,
        Language language,
        TimeProvider time
    )
    {
        if (journal.Read(sql => IncidentTable.Find(sql, id)) is not { } incident)
            return TypedResults.NotFound();
        var (timeline, messages) = journal.Read(sql => (Moment.Of(sql, id), MessageTable.Of(sql, incident)));
        return Page(
            response,
            new IncidentPage(language, new Clock(time, language)).Render(incident, timeline, messages)
        );
    }

    static ContentHttpResult Page(HttpResponse response, string html)
    {
        response.Headers.ContentSecurityPolicy = PageStyle.Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-store";
        return TypedResults.Content(html, "text/html; charset=utf-8");
    }
}
