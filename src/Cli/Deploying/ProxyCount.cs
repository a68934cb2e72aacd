using System.Globalization;

namespace Benevoclic.Cli.Deploying;

/// <summary>What the proxy has answered for the API since it began to count.</summary>
/// <param name="Process">Names the count: that of another process, or from before a reload, cannot be compared.</param>
/// <param name="Requests">All of them.</param>
/// <param name="Failed">Those answered with 5xx, or not at all.</param>
sealed record ProxyCount(string Process, long Requests, long Failed)
{
    /// <param name="line">A line of <c>probe.sh</c>.</param>
    /// <returns>Null when it is something else, or the proxy did not say.</returns>
    public static ProxyCount? Parse(string line) =>
        line.Split('\t') is ["count", var process and not "none", var requests, var failed]
        && long.TryParse(requests, NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
        && long.TryParse(failed, NumberStyles.None, CultureInfo.InvariantCulture, out var bad)
            ? new ProxyCount(process, seen, bad)
            : null;
}
