namespace Benevoclic.Api.Hosting.Metrics;

/// <summary>Notes requests for business routes only: probes, scrapes and scanners are no users.</summary>
sealed class LastRequestNotes(RequestDelegate next, LastRequest lastRequest)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (IsBusiness(context.GetEndpoint()))
            lastRequest.Note();
        return next(context);
    }

    // Routing answers a wrong method with an endpoint of its own, which is no RouteEndpoint.
    static bool IsBusiness(Endpoint? endpoint) =>
        endpoint is RouteEndpoint && endpoint.Metadata.GetMetadata<Operational>() is null;
}
