using System.Text;
using Benevoclic.Api.Hosting.Errors;
using Microsoft.AspNetCore.Http.Features;

namespace Benevoclic.Api.Repeats;

/// <summary>
/// Carries out a write once, however often it is sent. The web client repeats whatever took longer than 2.5 seconds or got a
/// 5xx, under the same id: without this a slow registration would be refused as a second one.
/// </summary>
sealed class RepeatedRequests(RequestDelegate next, IRequestRecords requests, TimeProvider clock)
{
    // Under the client's 2.5 seconds: it hears that we are at it, and asks again.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    // A store that answers at all does so long before; one that does not has had its time already.
    static readonly TimeSpan LongestRelease = TimeSpan.FromMilliseconds(250);

    public async Task InvokeAsync(HttpContext context)
    {
        if (await RequestKey.OfAsync(context) is not { } key)
            await next(context);
        else if (await BeginAsync(key, context.RequestAborted) is { } kept)
            await RepeatAsync(context, kept);
        else
            await CarryOutAsync(context, key);
    }

    /// <summary>Null when it is ours to carry out; otherwise the answer of who did.</summary>
    async Task<KeptAnswer?> BeginAsync(string key, CancellationToken ct)
    {
        var begun = clock.GetTimestamp();
        while (clock.GetElapsedTime(begun) < Patience)
        {
            var now = clock.GetUtcNow();
            if (await requests.BeginAsync(RequestRecord.New(key, now), ct))
                return null;
            if (await requests.FindAsync(key, ct) is not { } found)
                continue;
            if (found.IsAbandoned(now) && await requests.TakeOverAsync(found, RequestRecord.New(key, now), ct))
                return null;
            if (found.Answer is { } answer)
                return answer;
            await Task.Delay(Pause, clock, ct);
        }
        throw new UnavailableException("the same request, which is still being carried out,");
    }

    static async Task RepeatAsync(HttpContext context, KeptAnswer kept)
    {
        var body = Encoding.UTF8.GetBytes(kept.Body);
        context.Response.StatusCode = kept.Status;
        context.Response.ContentType = kept.ContentType;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    async Task CarryOutAsync(HttpContext context, string key)
    {
        var body = new MemoryStream();
        try
        {
            await RunAsync(context, new StreamResponseBodyFeature(body));
        }
        catch
        {
            // Refused or failed: nothing was written, or the same may be tried again.
            await ReleaseAsync(key);
            throw;
        }
        await FinishAsync(context.Response, key, body);
    }

    // To its end also when the client hangs up: he asks again, and of a write that was cut off in the middle nobody could tell him
    // whether it was carried out.
    async Task RunAsync(HttpContext context, StreamResponseBodyFeature answer)
    {
        var (original, hungUp) = (
            context.Features.GetRequiredFeature<IHttpResponseBodyFeature>(),
            context.RequestAborted
        );
        context.Features.Set<IHttpResponseBodyFeature>(answer);
        context.RequestAborted = CancellationToken.None;
        try
        {
            await next(context);
            await answer.CompleteAsync();
        }
        finally
        {
            context.Features.Set(original);
            context.RequestAborted = hungUp;
        }
    }

    // It may be the store that failed, and the client has waited for it once: the first error is the one that he is told.
    async Task ReleaseAsync(string key) =>
        await Task.WhenAny(requests.ReleaseAsync(key, CancellationToken.None), Task.Delay(LongestRelease, clock));

    // Kept before it is sent: an answer that is lost on the way is what this is for.
    async Task FinishAsync(HttpResponse response, string key, MemoryStream body)
    {
        var text = Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length);
        if (response.StatusCode < StatusCodes.Status500InternalServerError && text.Length <= KeptAnswer.LargestBody)
            await requests.KeepAsync(key, new(response.StatusCode, response.ContentType, text), CancellationToken.None);
        else
            await ReleaseAsync(key);
        body.Position = 0;
        await body.CopyToAsync(response.Body, response.HttpContext.RequestAborted);
    }
}
