namespace Benevoclic.Api.Repeats;

/// <summary>Marks a route that is a POST and only reads: repeating it does no harm, and keeping its answers would.</summary>
sealed class ReadOnlyRoute
{
    public static readonly ReadOnlyRoute Mark = new();
}

static class ReadOnlyRoutes
{
    public static TBuilder OnlyReads<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(ReadOnlyRoute.Mark);
}
