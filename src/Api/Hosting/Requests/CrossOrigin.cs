using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Benevoclic.Api.Hosting.Requests;

/// <summary>
/// CORS as Express' `cors` does it: two headers on every answer, any OPTIONS is a preflight. ASP.NET Core's own
/// middleware stays silent without an Origin header, which the contract is not.
/// </summary>
sealed class CrossOrigin(RequestDelegate next)
{
    const string Methods = "GET,HEAD,PUT,PATCH,POST,DELETE,OPTIONS";
    const string AllowedHeaders = "Content-Type,Authorization";

    static readonly HashSet<string> Origins = ["http://localhost:5482", "https://www.benevoclic.fr"];

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.Value?.StartsWith("/swagger", StringComparison.OrdinalIgnoreCase) == true)
            return next(context);

        // At the last moment: an error answer clears what was set before it.
        context.Response.OnStarting(AllowOriginAsync, context);
        return HttpMethods.IsOptions(context.Request.Method) ? AnswerPreflight(context) : next(context);
    }

    static Task AllowOriginAsync(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        if (context.Request.Headers.Origin is [{ } origin] && Origins.Contains(origin))
            headers.AccessControlAllowOrigin = origin;
        headers.Append(HeaderNames.Vary, HeaderNames.Origin);
        headers.AccessControlAllowCredentials = "true";
        return Task.CompletedTask;
    }

    static Task AnswerPreflight(HttpContext context)
    {
        context.Features.Get<IHttpMetricsTagsFeature>()?.MetricsDisabled = true;
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        context.Response.Headers.AccessControlAllowMethods = Methods;
        context.Response.Headers.AccessControlAllowHeaders = AllowedHeaders;
        return Task.CompletedTask;
    }
}
