namespace Benevoclic.Api.Hosting.Requests;

/// <summary>Lets every GET route answer HEAD. Kestrel remembers what was asked and sends no body.</summary>
sealed class HeadAsGet(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }

        context.Request.Method = HttpMethods.Get;
        try
        {
            await next(context);
        }
        finally
        {
            // Metrics, logs and error messages speak of what was really sent.
            context.Request.Method = HttpMethods.Head;
        }
    }
}
