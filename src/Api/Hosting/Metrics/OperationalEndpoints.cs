namespace Benevoclic.Api.Hosting.Metrics;

static class OperationalEndpoints
{
    public static TBuilder AsOperational<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.Add(TakeGetOnly);
        return builder.WithMetadata(Operational.Mark).AllowAnonymous().DisableHttpMetrics();
    }

    // The health and metrics endpoints of the libraries answer any method; ours are GET routes like all others.
    static void TakeGetOnly(EndpointBuilder endpoint)
    {
        if (!endpoint.Metadata.OfType<IHttpMethodMetadata>().Any())
            endpoint.Metadata.Add(new HttpMethodMetadata([HttpMethods.Get]));
    }
}
