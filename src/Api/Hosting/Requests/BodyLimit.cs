using Microsoft.AspNetCore.Http.Features;

namespace Benevoclic.Api.Hosting.Requests;

/// <summary>
/// Refuses an announced body that is too large before anything reads it, also where nothing would. A body of unknown
/// length is stopped by Kestrel while it is read, with the same answer.
/// </summary>
sealed class BodyLimit(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        // Routing has already applied the limit of the endpoint's own metadata, where an upload route has one.
        var limit = context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;
        if (!(context.Request.ContentLength > limit))
            return next(context);

        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    }
}
