namespace Benevoclic.Cli.Watching;

/// <summary>What was seen from outside, once.</summary>
/// <param name="At">When.</param>
/// <param name="Why">Why it counts as down; null when it answered well.</param>
/// <param name="CertificateEnds">Until when the certificate is valid; null when none was shown.</param>
/// <param name="IsRelayUp">Whether the relay answered; null when it was not asked.</param>
sealed record Sight(DateTimeOffset At, string? Why, DateTimeOffset? CertificateEnds, bool? IsRelayUp = null)
{
    public bool IsUp => Why is null;
}
