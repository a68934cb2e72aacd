using Microsoft.AspNetCore.Authorization;

namespace Benevoclic.Api.Identity;

/// <summary>Who may call a route. Every route says it; one that does not fails the route table test.</summary>
static class Access
{
    /// <summary>A valid token with one of these roles.</summary>
    public static TBuilder For<TBuilder>(this TBuilder route, params Role[] roles)
        where TBuilder : IEndpointConventionBuilder
    {
        var words = roles.Select(role => role.Word()).ToArray();
        return route.RequireAuthorization(policy =>
            policy.RequireAuthenticatedUser().RequireClaim(Caller.RoleClaim, words)
        );
    }

    /// <summary>A valid token, whatever its role.</summary>
    public static TBuilder ForAnyToken<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder =>
        route.RequireAuthorization(policy => policy.RequireAuthenticatedUser());

    /// <summary>Everybody. A token that comes along is not looked at: it may be expired, or the word "undefined".</summary>
    public static TBuilder ForAnyone<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.AllowAnonymous();

    /// <summary>Everybody; a good token tells who it is, a bad one counts as none.</summary>
    public static TBuilder ForAnyoneKnownOrNot<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.AllowAnonymous().WithMetadata(ReadsToken.IfThere);

    /// <summary>Is the request's token of any interest? Not on a public route, nor where there is no route.</summary>
    public static bool LooksAtToken(this Endpoint? endpoint) =>
        endpoint is RouteEndpoint { Metadata: var metadata }
        && (metadata.GetMetadata<IAllowAnonymous>() is null || metadata.GetMetadata<ReadsToken>() is not null);

    sealed class ReadsToken
    {
        public static readonly ReadsToken IfThere = new();
    }
}
