using Microsoft.AspNetCore.Http;

namespace Benevoclic.Relay.Tests.Harness;

/// <summary>Moods of Discord.</summary>
static class Answering
{
    /// <summary>The first calls get <paramref name="bad"/>, then all is well.</summary>
    public static Func<Call, HttpContext, Task> BadlyAtFirst(int calls, Func<HttpContext, Task> bad) =>
        (call, context) => call.Number <= calls ? bad(context) : Well(call, context);

    public static Func<HttpContext, Task> With(int status, string body = "", string? retryAfter = null) =>
        context =>
        {
            context.Response.StatusCode = status;
            if (retryAfter is not null)
                context.Response.Headers.RetryAfter = retryAfter;
            return context.Response.WriteAsync(body);
        };

    public static Task Well(Call call, HttpContext context) =>
        context.Response.WriteAsJsonAsync(new { id = $"{1000 + call.Number}" });
}
