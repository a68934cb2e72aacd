namespace Benevoclic.Cli.Remote;

/// <summary>The key by which a host proves who it is.</summary>
static class HostKey
{
    /// <summary>As ssh-keygen -lf prints it: <c>SHA256:</c> and base64 without padding (RFC 4648, section 3.2).</summary>
    public static string Fingerprint(string sha256) => $"SHA256:{sha256.TrimEnd('=')}";

    /// <summary>People paste it with and without its prefix or padding; all of these mean the same key.</summary>
    public static bool Same(string expected, string found) => Bare(expected) == Bare(found);

    static string Bare(string fingerprint) =>
        (
            fingerprint.Trim() is var text && text.StartsWith("SHA256:", StringComparison.OrdinalIgnoreCase)
                ? text[7..]
                : text
        ).TrimEnd('=');
}
