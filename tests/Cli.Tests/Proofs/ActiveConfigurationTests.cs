using System.Globalization;
using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Proofs;

namespace Benevoclic.Cli.Tests.Proofs;

public sealed class ActiveConfigurationTests
{
    const double FilesCame = 1000;

    static readonly ActiveSource Prometheus = new(ActiveKind.Prometheus, "prometheus.yml", "/etc/it");
    static readonly ActiveSource Alertmanager = new(ActiveKind.Alertmanager, "alertmanager.yml", "/etc/it");

    public static TheoryData<string> Configurations => ["before", "after"];

    [Theory]
    [MemberData(nameof(Configurations))]
    public void A_process_that_runs_its_release_has_no_difference(string name)
    {
        Assert.Empty(Differences(Prometheus, name, name));
        Assert.Empty(Differences(Alertmanager, name, name));
    }

    [Fact]
    public void A_prometheus_that_runs_the_old_configuration_is_told_by_all_that_differs() =>
        Assert.Equal(
            [
                "prometheus.yml scrape_configs[0].scrape_interval: is 1m, should be 2m",
                "prometheus.yml scrape_configs[0].static_configs[0].targets: has 1 entries, should have 2",
                "rules/some.yml, group alerts, alert TooMany: expr is histogram_quantile(0.95, sum by (job, le) (rate(request_duration_seconds_bucket{job=\"it\",route!=\"\",zone=\"b\"}[2m]))) > 1.5 and on (job) sum by (job) (increase(request_duration_seconds_count{job=\"it\",route!=\"\"}[5m] offset 1h)) >= 20, should be # Long, so that Prometheus' printer breaks it over several lines. histogram_quantile(0.95, sum by (job, le) (rate(request_duration_seconds_bucket{zone=\"b\",job=\"it\",route!=\"\"}[2m]))) > 2 and on (job) sum by (job) (increase(request_duration_seconds_count{job=\"it\", route!=\"\"}[5m] offset 1h)) >= 2e1",
                "rules/some.yml, group alerts, alert TooMany: for is 120 s, should be 180 s",
                "rules/some.yml, group alerts, alert TooMany: label severity is \"warning\", should be \"critical\"",
                "rules/some.yml, group alerts, alert TooMany: annotation summary is \"Trop, c'est trop\", should be \"Beaucoup trop\"",
                "rules/some.yml, group alerts, alert Added: is not active",
            ],
            Differences(Prometheus, "after", "before")
        );

    [Fact]
    public void A_rule_that_was_taken_out_and_is_still_evaluated_is_named() =>
        Assert.Contains(
            "rules/some.yml, group alerts, alert Added: is active, and the release has no such rule",
            Differences(Prometheus, "before", "after")
        );

    [Fact]
    public void A_group_of_another_file_is_named()
    {
        var facts = Facts("before", "before");
        var others = facts with
        {
            Files = facts.Files.ToDictionary(
                pair => pair.Key.Replace("some", "other", StringComparison.Ordinal),
                pair => pair.Value
            ),
        };

        Assert.Equal(
            [
                "rules/other.yml, group recorded: is not active",
                "rules/other.yml, group alerts: is not active",
                "rules/some.yml, group alerts: is active, and the release has no such group",
                "rules/some.yml, group recorded: is active, and the release has no such group",
            ],
            Differences(Prometheus, others)
        );
    }

    [Fact]
    public void An_alertmanager_that_runs_the_old_configuration_is_told_by_all_that_differs() =>
        Assert.Equal(
            [
                "alertmanager.yml: it runs another text",
                "alertmanager.yml route.group_wait: is 1m30s, should be 5s",
                "alertmanager.yml receivers[0].webhook_configs[0].url: is http://localhost:9094/alerts, should be http://localhost:9095/alerts",
            ],
            Differences(Alertmanager, "after", "before")
        );

    [Fact]
    public void What_the_process_sees_must_be_the_releases_files()
    {
        var facts = Facts("before", "before");
        var seen = Hashes(facts).ToDictionary();
        Assert.Empty(Differences(Prometheus, facts with { Seen = seen }));

        var other = new Dictionary<string, string>(seen) { ["prometheus.yml"] = "abc", ["left.yml"] = "def" };
        other.Remove("alertmanager.yml");

        Assert.Equal(
            [
                "alertmanager.yml: the process does not see it",
                "left.yml: the process sees it, and the release has no such file",
                "prometheus.yml: the process sees another text than the release's, as with a mount that was replaced behind its back",
            ],
            Differences(Prometheus, facts with { Seen = other }).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData(0, 1001, "it could not read its configuration, and runs the one before")]
    [InlineData(1, 999, "it read its configuration at 00:16:39.000 UTC, and the files came at 00:16:40.000 UTC")]
    public void It_must_have_read_them_after_they_came(double good, double at, string says)
    {
        var facts = Facts("before", "before") with
        {
            Metrics = new Dictionary<string, double>
            {
                ["prometheus_config_last_reload_successful"] = good,
                ["prometheus_config_last_reload_success_timestamp_seconds"] = at,
            },
        };

        Assert.Equal([says], Differences(Prometheus, facts));
    }

    [Fact]
    public void An_answer_that_is_none_is_a_difference()
    {
        var facts = Facts("before", "before");
        var garbled = facts with { Answers = facts.Answers.ToDictionary(pair => pair.Key, _ => "<html>") };

        Assert.StartsWith(
            "its answer cannot be read: ",
            Assert.Single(Differences(Prometheus, garbled)),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("a: 60s", "a: 1m", "")]
    [InlineData("a: 1.0", "a: 1", "")]
    [InlineData("a: yes", "a: true", "")]
    [InlineData("a: false", "b: 1", "")]
    [InlineData("a: 0s", "{}", "")]
    [InlineData("a:", "{}", "")]
    [InlineData("a: []", "{}", "")]
    [InlineData("a: {b: {c: no}}", "{}", "")]
    [InlineData("a: {b: {c: 1}}", "{}", "a.b.c: is not active, should be 1")]
    [InlineData("a: x.tmpl", "a: /etc/it/x.tmpl", "")]
    [InlineData("a: ../x.tmpl", "a: /etc/x.tmpl", "")]
    [InlineData("a: hunter2", "a: <secret>", "")]
    [InlineData("a: 60s", "a: 61s", "a: is 61s, should be 60s")]
    [InlineData("a: [1, 2]", "a: [1]", "a: has 1 entries, should have 2")]
    [InlineData("a: [{b: 1}, {b: 2}]", "a: [{b: 1, c: 9}, {b: 3}]", "a[1].b: is 3, should be 2")]
    [InlineData("a: {b: 1}", "a: [1]", "a: is of another kind than in the file")]
    [InlineData("a: [1]", "{}", "a: is not active")]
    public void Yaml_is_compared_by_what_it_means(string file, string active, string says) =>
        Assert.Equal(
            says,
            string.Join('\n', ActiveYaml.Differences(YamlTree.Read(file), YamlTree.Read(active), "", "/etc/it"))
        );

    [Theory]
    [InlineData("0", 0.0)]
    [InlineData("1m30s", 90.0)]
    [InlineData("1d2h", 93600.0)]
    [InlineData("150ms", 0.15)]
    [InlineData("", null)]
    [InlineData("1x", null)]
    [InlineData("5", null)]
    public void Durations_are_read(string text, double? seconds) => Assert.Equal(seconds, PromDuration.Parse(text));

    [Theory]
    [InlineData("rules.yml", "rules.yml")]
    [InlineData("./rules.yml", "rules.yml")]
    [InlineData("rules/*.yml", "rules/a.yml rules/b.yml")]
    [InlineData("*.yml", "other.yml rules.yml")]
    [InlineData("none.yml", "")]
    public void Only_the_files_that_are_named_hold_rules(string pattern, string paths) =>
        Assert.Equal(
            paths,
            string.Join(
                ' ',
                RuleFile.Named(
                    $"rule_files: ['{pattern}']",
                    "prometheus.yml",
                    ["rules.yml", "other.yml", "rules/a.yml", "rules/b.yml", "rules/c.txt", "rules/deep/d.yml"]
                )
            )
        );

    [Fact]
    public void What_the_script_prints_is_read()
    {
        var facts = ActiveFacts.Parse(
            "file\ta.yml\tw6k=\nchanged\t-\t12.5\nseen\ta.yml\tabc\nanswer\t/x\te30=\nmetric\tit_config_hash\t5.02e+13\n"
        );

        Assert.Equal(
            ("é", "abc", 12.5, "{}", 5.02e13),
            (
                facts.Files["a.yml"],
                facts.Seen!["a.yml"],
                facts.Changed,
                facts.Answers["/x"],
                facts.Metrics["it_config_hash"]
            )
        );
        Assert.Null(ActiveFacts.Parse("changed\t-\t1\n").Seen);
    }

    static IReadOnlyList<string> Differences(ActiveSource source, string files, string running) =>
        Differences(source, Facts(files, running));

    static IReadOnlyList<string> Differences(ActiveSource source, ActiveFacts facts) =>
        ActiveConfiguration.Differences(source, Hashes(facts), facts, Captured.Canonical.GetValueOrDefault);

    static Dictionary<string, string> Hashes(ActiveFacts facts) =>
        facts.Files.ToDictionary(pair => pair.Key, pair => ServiceRenderer.Hash(pair.Value));

    static ActiveFacts Facts(string files, string running) =>
        new(
            Captured.Files.ToDictionary(path => path, path => Captured.Read(files, path)),
            null,
            FilesCame,
            new Dictionary<string, string>
            {
                ["/api/v1/status/config"] = Captured.Read(running, "prometheus.config.json"),
                ["/api/v1/rules"] = Captured.Read(running, "prometheus.rules.json"),
                ["/api/v2/status"] = Captured.Read(running, "alertmanager.status.json"),
            },
            $"{Captured.Read(running, "prometheus.metrics.txt")}\n{Captured.Read(running, "alertmanager.metrics.txt")}"
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(' '))
                .ToDictionary(parts => parts[0], parts => double.Parse(parts[1], CultureInfo.InvariantCulture))
        );
}
