namespace Benevoclic.Cli.Proofs;

/// <summary>Words and signs that mean something to PromQL, where an operand or an operator stands.</summary>
static class PromWords
{
    public static readonly IReadOnlySet<string> Aggregations = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "sum",
        "avg",
        "min",
        "max",
        "count",
        "group",
        "stddev",
        "stdvar",
        "topk",
        "bottomk",
        "quantile",
        "count_values",
        "limitk",
        "limit_ratio",
    };
    public static readonly IReadOnlySet<string> WordOperators = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "and",
        "or",
        "unless",
        "atan2",
    };
    public static readonly IReadOnlySet<string> Matching = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "on",
        "ignoring",
        "group_left",
        "group_right",
        "bool",
    };
    public static readonly IReadOnlySet<string> Grouping = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "by",
        "without",
    };
    public static readonly IReadOnlySet<string> Numbers = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "inf",
        "nan",
    };
    public static readonly IReadOnlySet<string> SignOperators = new HashSet<string>
    {
        "+",
        "-",
        "*",
        "/",
        "%",
        "^",
        "==",
        "!=",
        ">",
        "<",
        ">=",
        "<=",
    };
}
