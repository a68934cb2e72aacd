using System.Security.Cryptography;
using System.Text;
using Benevoclic.Api.Hosting;
using Benevoclic.Api.Identity;

namespace Benevoclic.Api.Repeats;

/// <summary>What makes two requests the same: who, what, and the id that the client gave it.</summary>
static class RequestKey
{
    public const string Header = "X-Request-ID";
    const int LongestId = 200;

    /// <summary>Null when it may run as often as it is sent: it reads, says no id, or is not asked who it is.</summary>
    /// <remarks>
    /// Routes that never look at a token are how people register and sign in: those go on by themselves where they were cut off, and
    /// what they answer is no thing to keep.
    /// </remarks>
    /// <exception cref="BadHttpRequestException">The body that had to be read is too large.</exception>
    public static async ValueTask<string?> OfAsync(HttpContext context)
    {
        var request = context.Request;
        if (!MayWrite(context) || request.Headers[Header] is not [{ Length: > 0 and <= LongestId } id])
            return null;
        var who = Caller.Of(context) is { } caller
            ? $"uid {caller.Uid}"
            : $"body {await FingerprintAsync(request, context.RequestAborted)}";
        return Hash(who, request.Method, request.Path.Value ?? "", id);
    }

    static bool MayWrite(HttpContext context) =>
        !HttpMethods.IsGet(context.Request.Method)
        && !HttpMethods.IsHead(context.Request.Method)
        && context.GetEndpoint() is { } endpoint
        && endpoint.LooksAtToken()
        && endpoint.Metadata.GetMetadata<ReadOnlyRoute>() is null;

    // An id alone proves nothing: it may be guessed. Who knows the whole text as well is told nothing new by its answer.
    static async Task<string> FingerprintAsync(HttpRequest request, CancellationToken ct)
    {
        request.EnableBuffering(bufferThreshold: (int)Server.BodyLimit);
        var fingerprint = await SHA256.HashDataAsync(request.Body, ct);
        request.Body.Position = 0;
        return Convert.ToHexStringLower(fingerprint);
    }

    // Of a length that is known, and without what a person put into an address.
    static string Hash(params string[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
}
