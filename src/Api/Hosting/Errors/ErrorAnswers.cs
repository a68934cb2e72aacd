using Microsoft.AspNetCore.Http.Features;

namespace Benevoclic.Api.Hosting.Errors;

/// <summary>Gives every error the body of the contract, whoever made it: a handler, routing, the server.</summary>
sealed partial class ErrorAnswers(RequestDelegate next, ILogger<ErrorAnswers> logger)
{
    // nginx's code for "the client left": seen by nobody, and no 5xx in the metrics.
    const int ClientClosedRequest = 499;

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            await FillAsync(context);
        }
        catch (Exception error) when (ClientLeft(context, error))
        {
            context.Response.StatusCode = ClientClosedRequest;
        }
        catch (Exception error) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, error);
        }
    }

    static bool ClientLeft(HttpContext context, Exception error) =>
        context.RequestAborted.IsCancellationRequested
        && error is OperationCanceledException or IOException
        && !context.Response.HasStarted;

    static async Task FillAsync(HttpContext context)
    {
        var response = context.Response;
        if (response.HasStarted || response.StatusCode < 400 || response.ContentType is not null)
            return;

        await WriteAsync(context, ErrorAnswer.ForEmpty(response.StatusCode, Cannot(context)));
    }

    async Task AnswerAsync(HttpContext context, Exception error)
    {
        var answer = ErrorAnswer.For(error);
        if (answer.StatusCode >= 500)
            Report(context, error);

        context.Response.Clear();
        await WriteAsync(context, answer);
    }

    void Report(HttpContext context, Exception error)
    {
        // The template and not the address: what people put into addresses does not belong in a log.
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "no route";
        if (error is UnavailableException)
            Log.Unavailable(logger, context.Request.Method, route, error.Message);
        else
            Log.Uncaught(logger, error, context.Request.Method, route);
        context
            .Features.Get<IHttpMetricsTagsFeature>()
            ?.Tags.Add(new KeyValuePair<string, object?>("error.type", error.GetType().FullName));
    }

    // Routing answers a wrong method with an endpoint of its own, which is no RouteEndpoint.
    static string? Cannot(HttpContext context) =>
        context.GetEndpoint() is RouteEndpoint
            ? null
            : $"{context.Request.Method} {context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget}";

    static Task WriteAsync(HttpContext context, ErrorAnswer answer)
    {
        context.Response.StatusCode = answer.StatusCode;
        context.Response.Headers.Allow = default;
        if (answer.RetryAfter is { } pause)
            context.Response.Headers.RetryAfter = $"{Math.Ceiling(pause.TotalSeconds):0}";
        return context.Response.WriteAsJsonAsync(answer.Body, answer.Body.GetType(), context.RequestAborted);
    }

    static partial class Log
    {
        [LoggerMessage(2, LogLevel.Error, "{Method} {Route} answered 503: {Reason}")]
        public static partial void Unavailable(ILogger logger, string method, string route, string reason);

        [LoggerMessage(1, LogLevel.Error, "{Method} {Route} failed")]
        public static partial void Uncaught(ILogger logger, Exception error, string method, string route);
    }
}
