using System.Security.Cryptography;
using System.Text;
using Benevoclic.Api.Identity;

namespace Benevoclic.Api.Repeats;

/// <summary>What makes two requests the same: who, what, and the id that the client gave it.</summary>
static class RequestKey
{
    public const string Header = "X-Request-ID";
    const int LongestId = 200;

    /// <summary>Null when it may run as often as it is sent: it reads, says no id, or nobody knows whose it is.</summary>
    public static string? Of(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || OnlyReads(context))
            return null;
        return
            context.User.Identity?.IsAuthenticated == true
            && request.Headers[Header] is [{ Length: > 0 and <= LongestId } id]
            ? Hash(Caller.From(context.User).Uid, request.Method, request.Path.Value ?? "", id)
            : null;
    }

    static bool OnlyReads(HttpContext context) =>
        context.GetEndpoint() is not RouteEndpoint { Metadata: var metadata }
        || metadata.GetMetadata<ReadOnlyRoute>() is not null;

    // Of a length that is known, and without what a person put into an address.
    static string Hash(params string[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
}
