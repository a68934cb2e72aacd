namespace Benevoclic.Cli.Secrets;

/// <summary>The list in words.</summary>
static class SecretLines
{
    public static IEnumerable<string> Table(IReadOnlyList<ListedSecret> secrets) =>
        Columns([("NAME", "NEEDED BY", "HERE"), .. secrets.Select(one => (one.Name, one.By, one.Place ?? "not set"))]);

    /// <summary>`gh` asks for the value: it must stand in no command line, and so in no history.</summary>
    public static IEnumerable<string> ForGitHub(IReadOnlyList<ListedSecret> secrets) =>
        Columns(
            secrets.Select(one =>
                ($"gh secret set {one.Name}", $"# {one.By}{(one.About is { } about ? $": {about}" : "")}", "")
            )
        );

    static IEnumerable<string> Columns(IEnumerable<(string First, string Second, string Third)> rows)
    {
        var all = rows.ToList();
        var (first, second) = (all.Max(row => row.First.Length), all.Max(row => row.Second.Length));
        return all.Select(row => $"{row.First.PadRight(first)}  {row.Second.PadRight(second)}  {row.Third}".TrimEnd());
    }
}
