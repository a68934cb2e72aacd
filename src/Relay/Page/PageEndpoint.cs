using System.Globalization;
using Benevoclic.Relay.Delivery;
using Benevoclic.Relay.Hosting;
using Benevoclic.Relay.Incidents;
using Benevoclic.Relay.Journaling;
using Benevoclic.Relay.Texts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevoclic.Relay.Page;

static class PageEndpoint
{
    /// <summary>Who watches a page from outside often asks for its head alone.</summary>
    static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapPage(this WebApplication app)
    {
        app.MapMethods("/", Reading, ShowOverview);
        app.MapMethods("/past", Reading, ShowPast);
        app.MapMethods("/incident/{id:long}", Reading, ShowIncident);
        // Programs get their 404s as they are, from the endpoints that answer them.
        app.Use((context, next) => context.GetEndpoint() is null ? ShowNothingAsync(context) : next(context));
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

    /// <param name="before">The number of the last incident of the page before; none, or no number: from the newest on.</param>
    static ContentHttpResult ShowPast(
        HttpResponse response,
        Journal journal,
        Language language,
        TimeProvider time,
        string? before = null
    ) =>
        Page(
            response,
            new PastPage(language, new Clock(time, language)).Render(
                journal.Read(sql => IncidentTable.LatestClosed(sql, PastPage.Shown, Number(before)))
            )
        );

    static ContentHttpResult ShowIncident(
        long id,
        HttpResponse response,
        Journal journal,
        Language language,
        TimeProvider time
    )
    {
        if (journal.Read(sql => IncidentTable.Find(sql, id)) is not { } incident)
            return Page(response, new NotFoundPage(language).OfIncident(id), StatusCodes.Status404NotFound);
        var (timeline, messages) = journal.Read(sql => (Moment.Of(sql, id), MessageTable.Of(sql, incident)));
        return Page(
            response,
            new IncidentPage(language, new Clock(time, language)).Render(incident, timeline, messages)
        );
    }

    static Task ShowNothingAsync(HttpContext context)
    {
        var page = new NotFoundPage(context.RequestServices.GetRequiredService<Language>()).OfPath(
            $"{context.Request.Path.Value}"
        );
        return Page(context.Response, page, StatusCodes.Status404NotFound).ExecuteAsync(context);
    }

    static long Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : long.MaxValue;

    static ContentHttpResult Page(HttpResponse response, string html, int status = StatusCodes.Status200OK)
    {
        response.Headers.ContentSecurityPolicy = PageStyle.Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-store";
        return TypedResults.Content(html, "text/html; charset=utf-8", statusCode: status);
    }
}
