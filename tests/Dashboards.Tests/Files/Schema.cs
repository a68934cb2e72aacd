using System.Text.Json;

namespace Benevoclic.Dashboards.Tests.Files;

/// <summary>
/// The parts of Grafana's dashboard JSON that we use, strictly: a key that is not here is most likely misspelt, and Grafana would not
/// say so. What Grafana writes for panels in other versions is not known to it.
/// </summary>
static class Schema
{
    static readonly string[] Dashboard =
    [
        "id",
        "uid",
        "title",
        "description",
        "tags",
        "schemaVersion",
        "editable",
        "graphTooltip",
        "refresh",
        "time",
        "timezone",
        "links",
        "annotations",
        "templating",
        "panels",
    ];
    static readonly string[] Panel =
    [
        "id",
        "type",
        "title",
        "description",
        "gridPos",
        "datasource",
        "targets",
        "fieldConfig",
        "options",
        "transformations",
    ];
    static readonly string[] Row = ["id", "type", "title", "collapsed", "gridPos", "panels"];
    static readonly string[] Target = ["refId", "datasource", "expr", "legendFormat", "range", "instant", "format"];
    static readonly string[] Defaults =
    [
        "unit",
        "decimals",
        "min",
        "max",
        "noValue",
        "thresholds",
        "mappings",
        "color",
        "custom",
    ];
    static readonly string[] Custom =
    [
        "lineWidth",
        "fillOpacity",
        "showPoints",
        "spanNulls",
        "stacking",
        "thresholdsStyle",
    ];
    static readonly string[] Types = ["timeseries", "stat", "gauge", "table", "state-timeline"];

    /// <returns>All that is wrong, a line each.</returns>
    public static IReadOnlyList<string> Check(JsonElement dashboard)
    {
        var problems = new List<string>();
        Keys("dashboard", dashboard, Dashboard, problems);
        foreach (var panel in dashboard.GetProperty("panels").EnumerateArray())
        {
            CheckPanel(panel, problems);
        }
        var all = TheFiles
            .Panels(dashboard)
            .Concat(dashboard.GetProperty("panels").EnumerateArray().Where(TheFiles.IsRow));
        problems.AddRange(
            all.GroupBy(panel => panel.GetProperty("id").GetInt32())
                .Where(same => same.Count() > 1)
                .Select(same => $"id {same.Key} twice")
        );
        problems.AddRange(Overlaps(dashboard));
        return problems;
    }

    static void CheckPanel(JsonElement panel, List<string> problems)
    {
        var name = $"panel \"{TheFiles.Text(panel, "title")}\"";
        if (TheFiles.IsRow(panel))
        {
            Keys(name, panel, Row, problems);
            return;
        }
        Keys(name, panel, Panel, problems);
        Require(Types.Contains(TheFiles.Text(panel, "type")), $"{name}: type {TheFiles.Text(panel, "type")}", problems);
        Require(TheFiles.Text(panel, "description") is { Length: > 0 }, $"{name}: no description", problems);
        var defaults = panel.GetProperty("fieldConfig").GetProperty("defaults");
        Keys($"{name}, defaults", defaults, Defaults, problems);
        Require(TheFiles.Text(defaults, "unit") is { Length: > 0 }, $"{name}: no unit", problems);
        if (defaults.TryGetProperty("custom", out var custom))
        {
            Keys($"{name}, custom", custom, Custom, problems);
        }
        CheckSteps(name, defaults.GetProperty("thresholds"), problems);
        foreach (var target in panel.GetProperty("targets").EnumerateArray())
        {
            CheckTarget(name, target, problems);
        }
    }

    /// <summary>Grafana wants them ascending, the first without a value, and paints nonsense otherwise.</summary>
    static void CheckSteps(string name, JsonElement thresholds, List<string> problems)
    {
        var values = thresholds
            .GetProperty("steps")
            .EnumerateArray()
            .Select(step =>
                step.GetProperty("value").ValueKind == JsonValueKind.Null
                    ? (double?)null
                    : step.GetProperty("value").GetDouble()
            )
            .ToList();
        Require(
            values is [null, ..] && values.Skip(1).All(value => value is not null),
            $"{name}: steps {string.Join(' ', values)}",
            problems
        );
        Require(values.Skip(1).SequenceEqual(values.Skip(1).Order()), $"{name}: steps not ascending", problems);
    }

    static void CheckTarget(string name, JsonElement target, List<string> problems)
    {
        Keys($"{name}, target", target, Target, problems);
        Require(
            TheFiles.At(target, "datasource", "uid")?.GetString() == "benevoclic-prometheus",
            $"{name}: data source",
            problems
        );
        var expr = TheFiles.Text(target, "expr") ?? "";
        var isInstant = target.TryGetProperty("instant", out var instant) && instant.GetBoolean();
        Require(expr.Length > 0, $"{name}: no expr", problems);
        // A range that is asked for at one moment has no width on the screen that an interval could come from.
        Require(
            !isInstant || !expr.Contains("$__rate_interval", StringComparison.Ordinal),
            $"{name}: $__rate_interval in an instant query",
            problems
        );
        Require(isInstant || TheFiles.Text(target, "legendFormat") is { Length: > 0 }, $"{name}: no legend", problems);
    }

    static IEnumerable<string> Overlaps(JsonElement dashboard)
    {
        var taken = new Dictionary<(int, int), string>();
        foreach (var panel in dashboard.GetProperty("panels").EnumerateArray())
        {
            var (title, place) = (TheFiles.Text(panel, "title")!, panel.GetProperty("gridPos"));
            int Of(string side) => place.GetProperty(side).GetInt32();
            if (Of("x") + Of("w") > 24)
            {
                yield return $"panel \"{title}\" is wider than the page";
            }
            foreach (
                var cell in Enumerable
                    .Range(Of("x"), Of("w"))
                    .SelectMany(x => Enumerable.Range(Of("y"), Of("h")), (x, y) => (x, y))
            )
            {
                if (!taken.TryAdd(cell, title))
                {
                    yield return $"panel \"{title}\" lies on \"{taken[cell]}\"";
                    break;
                }
            }
        }
    }

    static void Keys(string where, JsonElement element, string[] known, List<string> problems) =>
        problems.AddRange(
            element
                .EnumerateObject()
                .Where(property => !known.Contains(property.Name))
                .Select(property => $"{where}: unknown key {property.Name}")
        );

    static void Require(bool condition, string otherwise, List<string> problems)
    {
        if (!condition)
        {
            problems.Add(otherwise);
        }
    }
}
