namespace Benevoclic.Cli.Proofs;

/// <summary>Rules that are evaluated together.</summary>
/// <param name="File">Path of the rule file in the service's folder.</param>
/// <param name="Name">Its name, unique in the file.</param>
/// <param name="Interval">Seconds between two evaluations; null when the file leaves it to the global one.</param>
/// <param name="Rules">In the order in which they are evaluated.</param>
sealed record PromRuleGroup(string File, string Name, double? Interval, IReadOnlyList<PromRule> Rules);

/// <summary>An alerting or a recording rule.</summary>
/// <param name="Kind"><c>alert</c> or <c>record</c>.</param>
/// <param name="Name">The alert's name, or that of the recorded metric.</param>
/// <param name="Expression">PromQL.</param>
/// <param name="For">Seconds that it must hold before it fires.</param>
/// <param name="KeepFiringFor">Seconds that it fires on after it does not hold any more.</param>
/// <param name="Labels">What it adds to its series.</param>
/// <param name="Annotations">Texts for people.</param>
sealed record PromRule(
    string Kind,
    string Name,
    string Expression,
    double For,
    double KeepFiringFor,
    IReadOnlyDictionary<string, string> Labels,
    IReadOnlyDictionary<string, string> Annotations
)
{
    /// <summary>For people: <c>alert HighCpu</c>.</summary>
    public string Title => $"{Kind} {Name}";
}
