using System.Text.Json;

namespace Benevoclic.EndToEnd.Dashboards;

/// <summary>The panel that shows when each alert has fired, asked by Prometheus' own tool.</summary>
public sealed class TheHistoryOfAlerts
{
    static readonly JsonElement Panel = JsonDocument
        .Parse(File.ReadAllText(Path.Combine(Repository.Root, "stack/grafana/dashboards/alerts-overview.json")))
        .RootElement.GetProperty("panels")
        .EnumerateArray()
        .Single(panel =>
            panel.GetProperty("type").GetString() == "state-timeline"
            && panel.GetProperty("title").GetString() == "Alertes"
        );

    /// <summary>As the relay's cards have it.</summary>
    [Theory]
    [InlineData("critical", "red")]
    [InlineData("warning", "orange")]
    [InlineData("info", "blue")]
    [InlineData("of-tomorrow", "orange")]
    public async Task Has_an_alert_in_the_colour_of_its_severity(string severity, string colour)
    {
        var value = Colours().Single(one => one.Value == colour).Key;

        var test = await AskAsync(severity, value);

        Assert.True(test.ExitCode == 0, test.ToString());
    }

    static Dictionary<string, string?> Colours() =>
        Panel
            .GetProperty("fieldConfig")
            .GetProperty("defaults")
            .GetProperty("mappings")[0]
            .GetProperty("options")
            .EnumerateObject()
            .ToDictionary(one => one.Name, one => one.Value.GetProperty("color").GetString());

    static async Task<CommandResult> AskAsync(string severity, string value)
    {
        var folder = Directory.CreateTempSubdirectory("benevoclic-history-");
        var expression = Panel.GetProperty("targets")[0].GetProperty("expr").GetString();
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "history.test.yml"),
            $$"""
            tests:
              - interval: 15s
                input_series:
                  - series: ALERTS{alertname="It", severity="{{severity}}", alertstate="firing", instance="here"}
                    values: 1x4
                  - series: ALERTS{alertname="Watchdog", severity="none", alertstate="firing"}
                    values: 1x4
                promql_expr_test:
                  - expr: '{{expression}}'
                    eval_time: 30s
                    exp_samples:
                      - labels: '{alertname="It", instance="here"}'
                        value: {{value}}
            """
        );
        var test = await Shell.RunAsync(
            folder.FullName,
            new Dictionary<string, string>(),
            Needs.Program("promtool"),
            "test",
            "rules",
            "history.test.yml"
        );
        folder.Delete(recursive: true);
        return test;
    }
}
