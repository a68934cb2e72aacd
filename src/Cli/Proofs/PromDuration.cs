using System.Globalization;
using System.Text.RegularExpressions;

namespace Benevoclic.Cli.Proofs;

/// <summary>A duration as Prometheus and Alertmanager write it: <c>1m30s</c>, <c>2h</c>, <c>0</c>.</summary>
static partial class PromDuration
{
    static readonly IReadOnlyDictionary<string, double> Seconds = new Dictionary<string, double>
    {
        ["y"] = 365 * 86400,
        ["w"] = 7 * 86400,
        ["d"] = 86400,
        ["h"] = 3600,
        ["m"] = 60,
        ["s"] = 1,
        ["ms"] = 0.001,
    };

    /// <returns>Seconds; null when it is not a duration.</returns>
    public static double? Parse(string text) =>
        text == "0" ? 0
        : text.Length > 0 && Form().Match(text) is { Success: true } match
            ? Seconds.Sum(unit => unit.Value * Count(match.Groups[unit.Key]))
        : null;

    static double Count(Group group) => group.Success ? double.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^((?<y>\d+)y)?((?<w>\d+)w)?((?<d>\d+)d)?((?<h>\d+)h)?((?<m>\d+)m(?!s))?((?<s>\d+)s)?((?<ms>\d+)ms)?\z"
    )]
    private static partial Regex Form();
}
