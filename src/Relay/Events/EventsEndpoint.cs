using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;

namespace Benevoclic.Relay.Events;

static class EventsEndpoint
{
    public static void AddEvents(this IServiceCollection services) => services.AddSingleton<EventFeed>();

    public static void MapEvents(this WebApplication app)
    {
        var feed = app.Services.GetRequiredService<EventFeed>();
        app.Lifetime.ApplicationStopping.Register(feed.Close);
        app.MapGet(
            "/events",
            (HttpResponse response, CancellationToken aborted) =>
                TypedResults.ServerSentEvents(Stream(feed, response, aborted))
        );
    }

    static async IAsyncEnumerable<SseItem<string>> Stream(
        EventFeed feed,
        HttpResponse response,
        [EnumeratorCancellation] CancellationToken aborted
    )
    {
        var listener = feed.Listen();
        // Without this the listener sees no answer before the first event, and may think that nobody is here.
        await response.Body.FlushAsync(aborted);
        await foreach (var line in feed.ReadAsync(listener, aborted))
            yield return new SseItem<string>(line.Line, line.Type);
    }
}
