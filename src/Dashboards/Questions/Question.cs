namespace Benevoclic.Dashboards.Questions;

/// <summary>What may be asked of a Prometheus: reading, and nothing that ends, deletes or reloads it.</summary>
static class Question
{
    /// <param name="path">What follows <c>/api/v1/</c>.</param>
    public static bool IsReading(string path) =>
        path is "query" or "query_range" or "series" or "labels"
        || (path.Split('/') is ["label", { Length: > 0 } name, "values"] && name.All(IsLabel));

    static bool IsLabel(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
