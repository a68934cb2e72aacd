using Benevoclic.Api.Hosting.Errors;
using Microsoft.AspNetCore.Http.Features;

namespace Benevoclic.Api.Hosting.Requests;

/// <summary>Refuses a path that does not decode; Kestrel would hand the half-decoded text to a route as an id.</summary>
sealed class WellFormedAddress(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (PercentEncoding.FirstBrokenSegment(target) is { } broken)
            throw new ApiException(StatusCodes.Status400BadRequest, $"Failed to decode param '{broken}'");

        return next(context);
    }
}
