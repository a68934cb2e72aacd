using Benevoclic.Cli.Proofs;

namespace Benevoclic.Cli.Tests.Proofs;

public sealed class DashboardTests
{
    [Fact]
    public void Panels_rows_annotations_and_variables_are_read_and_other_sources_are_not()
    {
        var uses = Dashboard.Read(
            "it.json",
            """
            {
              "title": "It",
              "annotations": {"list": [{"name": "Alerts", "expr": "ALERTS{x=\"1\"}"}]},
              "templating": {"list": [
                {"type": "query", "definition": "label_values(a, x)", "query": {"query": "label_values(a, x)"}},
                {"type": "query", "query": "metrics(node_.*)"},
                {"type": "custom", "query": "1m,5m : five"}
              ]},
              "panels": [
                {"title": "Row", "type": "row", "panels": [
                  {"title": "Inside", "type": "stat", "targets": [{"expr": "b"}, {"expr": ""}]}
                ]},
                {"title": "Logs", "type": "logs", "datasource": {"type": "loki"}, "targets": [{"expr": "{app=\"x\"} |= `y`"}]},
                {"title": "Chosen", "type": "stat", "datasource": {"uid": "$source"}, "targets": [{"expr": "c"}]}
              ]
            }
            """
        );

        Assert.Equal(
            [
                "it.json: ALERTS{x=\"1\"}",
                "it.json: label_values(a, x)",
                "it.json, panel \"Row\", panel \"Inside\": b",
                "it.json, panel \"Chosen\": c",
            ],
            uses.Select(use => $"{use.Where}: {use.Expression}")
        );
    }

    [Fact]
    public void What_is_no_json_is_refused() =>
        Assert.StartsWith(
            "is not valid JSON",
            Assert.Throws<FormatException>(() => Dashboard.Read("it.json", "{")).Message,
            StringComparison.Ordinal
        );
}
