using System.Security.Cryptography;
using System.Text;

namespace Benevoclic.Cli.Deploying;

/// <summary>Tells whether a value changed without telling the value: HMAC-SHA-256 under a key that never leaves the host's people.</summary>
static class Fingerprint
{
    public static string Of(string value, string key) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(value)));
}
