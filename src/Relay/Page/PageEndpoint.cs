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
