namespace Benevoclic.Cli.Remote;

/// <summary>How to reach a host.</summary>
/// <param name="Name">Host name or address.</param>
/// <param name="Port">1 to 65535; 22 unless chosen.</param>
/// <param name="User">Who we are there.</param>
/// <param name="Key">The private key's text (OpenSSH or PEM), not encrypted.</param>
/// <param name="Fingerprint">The host key we expect, as <c>SHA256:…</c>; null when nobody has seen it yet.</param>
sealed record HostAddress(string Name, int Port, string User, Secret Key, string? Fingerprint)
{
    public override string ToString() => Port == 22 ? $"{User}@{Name}" : $"{User}@{Name}:{Port}";
}
