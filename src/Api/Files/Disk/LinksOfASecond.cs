using System.Collections.Concurrent;

namespace Benevoclic.Api.Files.Disk;

/// <summary>
/// Addresses that end in the same second. Many visitors ask for the same pictures at once, and a signature costs more than the rest of
/// what is said about an announcement.
/// </summary>
/// <param name="root">The API's own address, without a slash at its end.</param>
sealed class LinksOfASecond(string root, DateTimeOffset expires, byte[] signingKey)
{
    readonly ConcurrentDictionary<string, string> _links = new(StringComparer.Ordinal);

    public bool AreFor(string otherRoot, DateTimeOffset otherExpires) =>
        otherRoot == root && otherExpires.ToUnixTimeSeconds() == expires.ToUnixTimeSeconds();

    public string To(string key) => _links.GetOrAdd(key, SignedAddress);

    string SignedAddress(string key) => root + SignedLink.To(key, expires, signingKey).Target;
}
