using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Benevoclic.Dashboards.Tests.Files;

public sealed partial class DashboardFileTests
{
    public static TheoryData<string> Names => [.. TheFiles.All.Select(file => file.Name)];

    static JsonElement Model(string name) => TheFiles.All.Single(file => file.Name == name).Model;

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_key_is_one_that_Grafana_knows_and_every_panel_is_whole(string name) =>
        Assert.Empty(Schema.Check(Model(name)));

    [Fact]
    public void Links_in_messages_depend_on_these_uids() =>
        Assert.Equal(
            [
                ("Alerts Overview", "benevoclic-alerts"),
                ("API Metrics", "benevoclic-api"),
                ("System Metrics", "benevoclic-system"),
            ],
            TheFiles.All.Select(file => (TheFiles.Text(file.Model, "title")!, TheFiles.Text(file.Model, "uid")!))
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void Deploys_are_marked(string name) =>
        Assert.Contains(
            Model(name).GetProperty("annotations").GetProperty("list").EnumerateArray(),
            annotation => TheFiles.Text(annotation, "name") == "Déploiements"
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_that_was_reordered_or_misspelt_would_be_noticed(string name)
    {
        var broken = Model(name).GetRawText().Replace("\"fillOpacity\"", "\"filOpacity\"", StringComparison.Ordinal);

        using var document = JsonDocument.Parse(broken);

        Assert.NotEmpty(Schema.Check(document.RootElement));
    }

    /// <summary>A dashboard that turns red at another value than the alert teaches people to trust neither.</summary>
    [Theory]
    [InlineData("HighErrorRate", "api-metrics.json", "Erreurs 5xx", "red")]
    [InlineData("HighLatency", "api-metrics.json", "Durée", "orange")]
    [InlineData("ServerInactive", "api-metrics.json", "Dernière requête d'un utilisateur", "orange")]
    [InlineData("WatchdogLate", "alerts-overview.json", "Chaîne d'alerte", "red")]
    [InlineData("RelayBlind", "alerts-overview.json", "Dernière comparaison", "orange")]
    [InlineData("DiscordLimits", "alerts-overview.json", "Attente demandée par Discord", "orange")]
    [InlineData("RelayBacklog", "alerts-overview.json", "Attente la plus longue", "red")]
    [InlineData("HighCpu", "system-metrics.json", "Processeur", "orange")]
    [InlineData("HighCpu", "system-metrics.json", "Utilisation", "orange")]
    [InlineData("HighMemory", "system-metrics.json", "Mémoire", "orange")]
    [InlineData("DiskFull", "system-metrics.json", "Disque le plus plein", "red")]
    [InlineData("DiskFull", "system-metrics.json", "Occupation", "red")]
    public void A_threshold_is_that_of_the_rule(string alert, string file, string panel, string colour)
    {
        var limit = Threshold(alert);
        // The rule counts what is free, the panel what is taken.
        var expected = alert == "DiskFull" ? 100 - limit : limit;

        var steps = TheFiles
            .Panels(Model(file))
            .First(one => TheFiles.Text(one, "title") == panel)
            .GetProperty("fieldConfig")
            .GetProperty("defaults")
            .GetProperty("thresholds")
            .GetProperty("steps");

        var step = steps.EnumerateArray().Single(one => TheFiles.Text(one, "color") == colour);
        Assert.Equal(expected, step.GetProperty("value").GetDouble());
    }

    /// <summary>The first number that the rule of an alert compares with.</summary>
    static double Threshold(string alert)
    {
        var rules = string.Concat(
            Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "stack/prometheus"), "*_rules.yml")
                .Select(File.ReadAllText)
        );
        var rule = rules[rules.IndexOf($"alert: {alert}", StringComparison.Ordinal)..];
        var comparison = Comparison().Match(rule[..rule.IndexOf("annotations:", StringComparison.Ordinal)]);
        return double.Parse(comparison.Groups["value"].ValueSpan, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\s[<>]\s(?<value>[0-9.]+)")]
    private static partial Regex Comparison();
}
