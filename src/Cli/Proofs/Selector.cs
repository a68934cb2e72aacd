namespace Benevoclic.Cli.Proofs;

/// <summary>Which series an expression asks for.</summary>
/// <param name="Name">The name it gives, null when it only has matchers.</param>
/// <param name="Matchers">What is in the braces.</param>
sealed record Selector(string? Name, IReadOnlyList<Matcher> Matchers)
{
    /// <summary>No job has this name: a pattern that takes it takes everything.</summary>
    const string Nobody = "¤";

    /// <summary>The name of the metric, or a pattern for it; null when it could be any.</summary>
    public MetricName? Metric =>
        Name is not null ? MetricName.Of(Name)
        : Matchers.FirstOrDefault(matcher => matcher is { Label: "__name__", Operator: "=" or "=~" }) is { } named
            ? named.Operator == "=" ? MetricName.Of(named.Value)
                : MetricName.Pattern(named.Value)
        : null;

    /// <summary>
    /// It asks for series of this job, and says so. One that takes any job, or a job that is chosen in the browser, promises nothing
    /// about this one.
    /// </summary>
    public bool Names(string job) => Matchers.Any(matcher => matcher.Label == "job" && Takes(matcher, job));

    static bool Takes(Matcher matcher, string job) =>
        matcher.Operator switch
        {
            "=" => matcher.Value == job,
            "=~" when !MetricName.HasVariable(matcher.Value) => Matches(matcher.Value, job)
                && !Matches(matcher.Value, Nobody),
            _ => false,
        };

    static bool Matches(string pattern, string text) => MetricName.Whole(pattern).IsMatch(text);
}

/// <summary>One condition on a label.</summary>
/// <param name="Label">The label.</param>
/// <param name="Operator"><c>=</c>, <c>!=</c>, <c>=~</c> or <c>!~</c>.</param>
/// <param name="Value">What it is compared with.</param>
sealed record Matcher(string Label, string Operator, string Value);
