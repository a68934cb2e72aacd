using System.Globalization;

namespace Benevoclic.Cli.Deploying.Receipts;

/// <summary>What the proxy has answered for the API since it began to count.</summary>
/// <param name="Mark">What was sent to get it.</param>
/// <param name="Process">Names the count: that of another process, or from before a reload, cannot be compared. Null when the proxy did not say.</param>
/// <param name="Requests">All of them.</param>
/// <param name="Failed">Those answered with 5xx, or not at all.</param>
sealed record ProxyCount(string Mark, string? Process, long Requests, long Failed)
{
    const string NoProxy = "none";

    /// <param name="line">A line of <c>probe.sh</c>.</param>
    /// <returns>Null when it is something else.</returns>
    public static ProxyCount? Parse(string line) =>
        line.Split('\t') is ["count", var mark, var process, var requests, var failed]
        && long.TryParse(requests, NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
        && long.TryParse(failed, NumberStyles.None, CultureInfo.InvariantCulture, out var bad)
            ? new ProxyCount(mark, process is NoProxy ? null : process, seen, bad)
            : null;
}
