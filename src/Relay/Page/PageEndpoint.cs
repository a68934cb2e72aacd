using Benevoclic.Relay.Delivery;
using Benevoclic.Relay.Hosting;
using Benevoclic.Relay.Journaling;
using Benevoclic.Relay.Texts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevoclic.Relay.Page;

static class PageEndpoint
{
    const int Shown = 100;

    public static void MapPage(this WebApplication app) => app.MapGet("/", Show);

    static ContentHttpResult Show(
        HttpResponse response,
        Journal journal,
        RelaySettings settings,
        RelayMetrics metrics,
        Language language,
        TimeProvider time
    )
    {
        response.Headers.ContentSecurityPolicy = PageStyle.Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-store";
        var page = new MessagesPage(language, new Clock(time, language));
        return TypedResults.Content(
            page.Render(
                journal.Read(sql => MessageTable.Latest(sql, Shown)),
                settings.Webhook is not null,
                metrics.WatchdogSeen
            ),
            "text/html; charset=utf-8"
        );
    }
}
