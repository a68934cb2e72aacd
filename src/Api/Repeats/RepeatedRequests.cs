using System.Text;
using Benevoclic.Api.Hosting.Errors;
using Benevoclic.Api.Storage;
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
    static readonly TimeSpan LongestLettingGo = TimeSpan.FromMilliseconds(250);

    public async Task InvokeAsync(HttpContext context)
    {
        if (await RequestKey.OfAsync(context) is not { } key)
        {
            await next(context);
            return;
        }
        var record = await BeginAsync(key, context.RequestAborted);
        if (record.Answer is { } kept)
            await RepeatAsync(context, kept);
        else
            await CarryOutAsync(context, record);
    }

    /// <summary>Without an answer it is ours to carry out; otherwise with the answer of who did.</summary>
    async Task<RequestRecord> BeginAsync(string key, CancellationToken ct)
    {
        var begun = clock.GetTimestamp();
        var newId = DocumentId.New(clock);
        while (clock.GetElapsedTime(begun) < Patience)
        {
            var now = clock.GetUtcNow();
            var ours = RequestRecord.New(key, newId, now);
            if (await TryAsync(ours, () => requests.BeginAsync(ours, ct)))
                return ours;
            if (await requests.FindAsync(key, ct) is not { } found)
                continue;
            var again = found.Again(newId, now);
            if (found.IsAbandoned(now) && await TryAsync(again, () => requests.TakeOverAsync(found, again, ct)))
                return again;
            if (found.Answer is not null)
                return found;
            await Task.Delay(Pause, clock, ct);
        }
        throw new UnavailableException("the same request, which is still being carried out,");
    }

    // A store that does not answer may have taken it all the same, and then nobody would be at it.
    async Task<bool> TryAsync(RequestRecord run, Func<Task<bool>> begin)
    {
        try
        {
            return await begin();
        }
        catch
        {
            await LetGoAsync(run);
            throw;
        }
    }

    static async Task RepeatAsync(HttpContext context, KeptAnswer kept)
    {
        var body = Encoding.UTF8.GetBytes(kept.Body);
        context.Response.StatusCode = kept.Status;
        context.Response.ContentType = kept.ContentType;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    async Task CarryOutAsync(HttpContext context, RequestRecord run)
    {
        if (run.NewId is { } newId)
            context.Features.Set(new NewId(newId));
        var body = new MemoryStream();
        try
        {
            await RunAsync(context, new StreamResponseBodyFeature(body));
        }
        catch
        {
            // Refused, failed, or a store that may have carried it out and did not say so: the same may be tried again.
            await LetGoAsync(run);
            throw;
        }
        await FinishAsync(context.Response, run, body);
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
    async Task LetGoAsync(RequestRecord run) =>
        await Task.WhenAny(requests.LetGoAsync(run, CancellationToken.None), Task.Delay(LongestLettingGo, clock));

    // Kept before it is sent: an answer that is lost on the way is what this is for.
    async Task FinishAsync(HttpResponse response, RequestRecord run, MemoryStream body)
    {
        var text = Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length);
        if (response.StatusCode < StatusCodes.Status500InternalServerError && text.Length <= KeptAnswer.LargestBody)
            await KeepAsync(run, new(response.StatusCode, response.ContentType, text));
        else
            await LetGoAsync(run);
        body.Position = 0;
        await body.CopyToAsync(response.Body, response.HttpContext.RequestAborted);
    }

    async Task KeepAsync(RequestRecord run, KeptAnswer answer)
    {
        try
        {
            await requests.KeepAsync(run.Key, answer, CancellationToken.None);
        }
        catch (UnavailableException)
        {
            // It was carried out, and who asked is told so: a 503 now would have him do it again.
            await LetGoAsync(run);
        }
    }
}
