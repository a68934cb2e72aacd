using System.Globalization;

namespace Benevoclic.Cli.Deploying.Receipts;

/// <summary>One answer of the public route.</summary>
/// <param name="At">When it came, by the host's clock.</param>
/// <param name="Status">Of HTTP; 0 when there was no answer.</param>
/// <param name="Release">The release that it names, or empty.</param>
readonly record struct ProbeAnswer(DateTimeOffset At, int Status, string Release)
{
    public bool IsAnswered => Status > 0;

    public bool IsGood => Status is > 0 and < 500;

    /// <param name="line">A line of <c>probe.sh</c>.</param>
    /// <returns>Null when it is something else.</returns>
    public static ProbeAnswer? Parse(string line) =>
        line.Split('\t') is ["probe", var at, var status, var release]
        && double.TryParse(at, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
        && int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            ? new ProbeAnswer(DateTimeOffset.UnixEpoch.AddSeconds(seconds), code, release)
            : null;
}
