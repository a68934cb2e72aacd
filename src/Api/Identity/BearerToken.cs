namespace Benevoclic.Api.Identity;

/// <summary>The header `Authorization`, read as the contract has it: `Bearer ` in exactly this case, then the token.</summary>
static class BearerToken
{
    const string Prefix = "Bearer ";

    /// <summary>Null when the header is missing, doubled or something else. The token may still be rubbish.</summary>
    public static string? In(HttpRequest request) =>
        request.Headers.Authorization is [{ } header] && header.StartsWith(Prefix, StringComparison.Ordinal)
            ? header[Prefix.Length..]
            : null;
}
