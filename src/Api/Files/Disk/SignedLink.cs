using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Benevoclic.Api.Files.Disk;

/// <summary>A key that may be read until a moment, and the proof that we said so.</summary>
/// <param name="Expires">Seconds since 1970.</param>
sealed record SignedLink(string Key, string Expires, string Signature)
{
    /// <summary>What follows the API's own address.</summary>
    public string Target =>
        $"/{DiskFiles.Route}/{string.Join('/', Key.Split('/').Select(Uri.EscapeDataString))}?expires={Expires}&signature={Signature}";

    public static SignedLink To(string key, DateTimeOffset expires, byte[] signingKey)
    {
        var seconds = expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new(key, seconds, Sign(key, seconds, signingKey));
    }

    public bool Holds(byte[] signingKey, DateTimeOffset now) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(Sign(Key, Expires, signingKey)),
            Encoding.UTF8.GetBytes(Signature)
        )
        && long.TryParse(Expires, CultureInfo.InvariantCulture, out var seconds)
        && now.ToUnixTimeSeconds() <= seconds;

    // A line break is in no number, so no two pairs of key and time look alike.
    static string Sign(string key, string expires, byte[] signingKey) =>
        WebEncoders.Base64UrlEncode(HMACSHA256.HashData(signingKey, Encoding.UTF8.GetBytes($"{expires}\n{key}")));
}
