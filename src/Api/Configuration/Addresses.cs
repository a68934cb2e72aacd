namespace Benevoclic.Api.Configuration;

/// <summary>
/// Settings that are addresses. One that is none stops the start: found out later it would cost a request its answer, or the process
/// its life.
/// </summary>
static class Addresses
{
    static readonly IReadOnlyList<string> Names = [Setting.AwsEndpoint, Setting.PublicUrl, Setting.SupportWebhook];

    public static IEnumerable<string> Problems(IConfiguration configuration) =>
        from name in Names
        where configuration.Find(name) is { } text && !IsAddress(text)
        select $"{name}: found something that is no address (it may be a key and is not shown), allowed: one such as https://example.org";

    static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
}
