using Benevoclic.Cli.Config;

namespace Benevoclic.Cli.Proofs;

/// <summary>An expression of a rule or a dashboard.</summary>
/// <param name="Expression">PromQL.</param>
/// <param name="Where">For people: <c>stack/prometheus/alert_rules.yml, alert ServerDown</c>.</param>
sealed record Query(string Expression, string Where);

/// <summary>Series that somebody asks for.</summary>
/// <param name="Selector">Which.</param>
/// <param name="Where">Who, for people.</param>
sealed record MetricUse(Selector Selector, string Where)
{
    /// <param name="query">The expression.</param>
    /// <param name="problems">Receives it when it cannot be read: what it uses is then not known.</param>
    public static IEnumerable<MetricUse> In(Query query, Problems problems)
    {
        try
        {
            return [.. PromQl.Selectors(query.Expression).Select(selector => new MetricUse(selector, query.Where))];
        }
        catch (FormatException e)
        {
            problems.Add(query.Where, $"cannot be read as PromQL: {e.Message}: {query.Expression.Trim()}");
            return [];
        }
    }
}
