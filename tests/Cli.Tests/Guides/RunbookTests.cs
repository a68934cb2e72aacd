using System.Text.RegularExpressions;
using Benevoclic.Harness.Guides;

namespace Benevoclic.Cli.Tests.Guides;

/// <summary>Whoever is woken up by an alert finds what to do, behind the link in the message.</summary>
public sealed partial class RunbookTests
{
    static readonly Guide Runbooks = Guide.At("docs/RUNBOOKS.md");

    static readonly string[] Parts =
    [
        "**Ce que cela veut dire.**",
        "**D'où cela vient en général.**",
        "**Où regarder.**",
        "**Quoi faire.**",
        "**Comment vérifier.**",
    ];

    /// <summary>Each alert with the link of its message, from every file of rules.</summary>
    static IReadOnlyList<(string Name, string Link)> Alerts { get; } =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "stack/prometheus"), "*.yml")
            .Where(file => !file.EndsWith(".test.yml", StringComparison.Ordinal))
            .SelectMany(file => Alert().Matches(File.ReadAllText(file)))
            .Select(match => (match.Groups["name"].Value, match.Groups["link"].Value)),
    ];

    [Fact]
    public void Every_alert_has_a_link_to_its_section()
    {
        Assert.Contains(Alerts, alert => alert.Name == "ServerDown");
        Assert.All(
            Alerts,
            alert => Assert.Equal(("docs/RUNBOOKS.md#" + alert.Name).ToLowerInvariant(), alert.Link.ToLowerInvariant())
        );
        Assert.All(Alerts, alert => Assert.Contains(alert.Link.Split('#')[1], Runbooks.Anchors));
    }

    [Fact]
    public void Every_section_says_the_five_things_in_their_order()
    {
        foreach (var (name, link) in Alerts)
        {
            var section = Runbooks.Section(link.Split('#')[1])!;
            var places = Parts.Select(part => section.IndexOf(part, StringComparison.Ordinal)).ToList();
            Assert.True(places.TrueForAll(place => place >= 0), $"{name}: {string.Join(", ", Parts)}");
            Assert.Equal(places.Order(), places);
        }
    }

    [Fact]
    public void The_table_at_the_top_names_every_alert()
    {
        var top = Runbooks.Text[..Runbooks.Text.IndexOf("\n## ", StringComparison.Ordinal)];
        Assert.All(
            Alerts,
            alert =>
                Assert.Contains($"| [{alert.Name}](#{alert.Name.ToLowerInvariant()})", top, StringComparison.Ordinal)
        );
    }

    [GeneratedRegex(@"- alert: (?<name>\w+)(?:(?!- alert:)[\s\S])*?runbook_url: (?<link>\S+)")]
    private static partial Regex Alert();
}
