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

    /// <summary>How the table calls what a rule's `severity` says.</summary>
    static readonly IReadOnlyDictionary<string, string> Severities = new Dictionary<string, string>
    {
        ["critical"] = "critique",
        ["warning"] = "avertissement",
        ["info"] = "information",
        ["none"] = "aucune",
    };

    /// <summary>Each alert with its severity and the link of its message, from every file of rules.</summary>
    static IReadOnlyList<(string Name, string Severity, string Link)> Alerts { get; } =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "stack/prometheus"), "*.yml")
            .Where(file => !file.EndsWith(".test.yml", StringComparison.Ordinal))
            .SelectMany(file => Alert().Matches(File.ReadAllText(file)))
            .Select(match => (match.Groups["name"].Value, match.Groups["severity"].Value, match.Groups["link"].Value)),
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
        foreach (var (name, _, link) in Alerts)
        {
            var section = Runbooks.Section(link.Split('#')[1])!;
            var places = Parts.Select(part => section.IndexOf(part, StringComparison.Ordinal)).ToList();
            Assert.True(places.TrueForAll(place => place >= 0), $"{name}: {string.Join(", ", Parts)}");
            Assert.Equal(places.Order(), places);
        }
    }

    [Fact]
    public void The_table_at_the_top_has_every_alert_with_its_severity_and_no_other()
    {
        var rows = Row().Matches(Runbooks.Text).Select(row => row.Value);
        var alerts = Alerts.Select(alert =>
            $"| [{alert.Name}](#{alert.Name.ToLowerInvariant()}) | {Severities[alert.Severity]} |"
        );

        Assert.Equal(alerts.Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(
        @"- alert: (?<name>\w+)(?:(?!- alert:)[\s\S])*?severity: (?<severity>\w+)(?:(?!- alert:)[\s\S])*?runbook_url: (?<link>\S+)"
    )]
    private static partial Regex Alert();

    [GeneratedRegex(@"^\| \[[A-Z]\w+\]\(#\w+\) \| \w+ \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
