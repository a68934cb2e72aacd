using System.Diagnostics.Metrics;
using OpenTelemetry.Metrics;

namespace Benevoclic.Api.Hosting.Metrics;

/// <summary>
/// What is kept of each request. There are a hundred routes, each with all that it has answered: one bucket more for each is
/// twenty kilobytes a scrape, and protocol and scheme say nothing behind a proxy.
/// </summary>
static class RequestSeries
{
    static readonly ExplicitBucketHistogramConfiguration Kept = new()
    {
        // Seconds. At one an alert begins, a quarter is what the dashboard promises, and most answers take less than a hundredth.
        Boundaries = [0.01, 0.25, 1, 2.5],
        TagKeys = ["http.request.method", "http.route", "http.response.status_code", "error.type"],
    };

    // The first says of each route what the requests' own series say; no rule and no panel asks for the others.
    static readonly string[] Dropped =
    [
        "aspnetcore.routing.match_attempts",
        "aspnetcore.authentication.authenticate.duration",
        "kestrel.connection.duration",
    ];

    /// <param name="own">Measures of another application in this process are not ours to shape.</param>
    public static Func<Instrument, MetricStreamConfiguration?> Of(IMeterFactory own) =>
        instrument =>
            instrument.Meter.Scope != own ? null
            : instrument.Name == "http.server.request.duration" ? Kept
            : Dropped.Contains(instrument.Name) ? MetricStreamConfiguration.Drop
            : null;
}
