using Benevoclic.Api.Configuration;

namespace Benevoclic.Api.Files.Disk;

/// <summary>
/// Where browsers reach this API: BENEVOCLIC_PUBLIC_URL, else the address that the request came to. The web client's own server calls
/// us from inside, by names that no browser knows, so an installation sets it.
/// </summary>
sealed class PublicAddress(IConfiguration configuration, IHttpContextAccessor requests)
{
    readonly string? _configured = configuration.Find(Setting.PublicUrl)?.TrimEnd('/');

    /// <summary>Without a slash at its end; "" outside of a request.</summary>
    public string Current =>
        _configured
        ?? (
            requests.HttpContext?.Request is { Host.HasValue: true } request ? $"{request.Scheme}://{request.Host}" : ""
        );
}
