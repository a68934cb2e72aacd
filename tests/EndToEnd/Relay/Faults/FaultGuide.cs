using System.Text;

namespace Benevoclic.EndToEnd.Relay.Faults;

/// <summary>docs/RELAIS.md shows the fault table. REWRITE_GUIDES=1 writes it anew.</summary>
public sealed class FaultGuide
{
    const string Begin = "<!-- faults: comes from tests/EndToEnd/Relay/Faults; see FaultGuide -->";
    const string End = "<!-- end of faults -->";

    static readonly string Guide = Path.Combine(Repository.Root, "docs/RELAIS.md");

    static readonly Dictionary<string, string> Signs = new()
    {
        ["rouge"] = "🔴",
        ["orange"] = "🟠",
        ["vert"] = "🟢",
        ["gris"] = "⚪",
    };

    [Fact]
    public void The_guide_shows_the_faults_that_the_test_goes_through()
    {
        var written = Written(File.ReadAllText(Guide));

        if (Environment.GetEnvironmentVariable("REWRITE_GUIDES") == "1")
        {
            File.WriteAllText(Guide, written);
        }
        Assert.Equal(written, File.ReadAllText(Guide));
    }

    static string Written(string guide)
    {
        var (start, end) = (
            guide.IndexOf(Begin, StringComparison.Ordinal),
            guide.IndexOf(End, StringComparison.Ordinal)
        );
        Assert.True(start >= 0 && end > start, $"the guide has no place for its table: {Begin} … {End}");
        var table = new StringBuilder(Begin).Append(
            "\n\n| ce qui arrive | ce que le salon montre à la fin, dans l'ordre |\n|---|---|\n"
        );
        foreach (var row in FaultTable.Rows)
        {
            table.Append($"| {row.Name} | {Shown(row)} |\n");
        }
        return $"{guide[..start]}{table}\n{guide[end..]}";
    }

    static string Shown(Fault row) =>
        row.Messages.Count == 0 ? "rien" : string.Join("<br>", row.Messages.Select(Shown));

    static string Shown(string message) =>
        message.Split(' ', 2) is [var colour, var title] && Signs.TryGetValue(colour, out var sign)
            ? $"{sign} {title}"
            : message;
}
