using System.Text.RegularExpressions;
using Benevoclic.Harness.Guides;
using YamlDotNet.RepresentationModel;

namespace Benevoclic.Cli.Tests.Guides;

/// <summary>docs/WORKFLOWS_REFERENCE.md has a section for each workflow, with what starts it and what it asks for.</summary>
public sealed partial class WorkflowsInGuidesTests
{
    static readonly Guide Reference = Guide.At("docs/WORKFLOWS_REFERENCE.md");

    static IReadOnlyDictionary<string, YamlMappingNode> Workflows { get; } =
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, ".github/workflows"), "*.yml")
            .ToDictionary(file => Path.GetFileName(file), Triggers);

    [Fact]
    public void Every_workflow_has_its_section_with_its_inputs_and_paths() =>
        Complaints.None(Workflows.SelectMany(workflow => Lacks(workflow.Key, workflow.Value)));

    [Fact]
    public void No_section_is_about_a_workflow_that_is_not_there()
    {
        var sections = Section().Matches(Reference.Text).Select(match => match.Groups["file"].Value);
        Complaints.None(sections.Except(Workflows.Keys).Select(file => $"there is no workflow {file}"));
    }

    [Fact]
    public void What_starts_a_workflow_by_hand_names_one_and_its_inputs()
    {
        var started = Guide.All.SelectMany(guide => guide.Commands).SelectMany(fence => Start().Matches(fence.Text));

        Complaints.None(
            started.SelectMany(start =>
                Workflows.TryGetValue(start.Groups["file"].Value, out var triggers)
                    ? start
                        .Groups["input"]
                        .Captures.Select(input => input.Value)
                        .Except(Inputs(triggers))
                        .Select(input => $"{start.Value}: it has no input {input}")
                    : [$"{start.Value}: there is no such workflow"]
            )
        );
    }

    static IEnumerable<string> Lacks(string file, YamlMappingNode triggers)
    {
        var section = Reference.Section(file.Replace(".", "", StringComparison.Ordinal));
        return section is null
            ? [$"{file} has no section"]
            : Inputs(triggers)
                .Concat(Paths(triggers))
                .Where(word => !section.Contains($"`{word}`", StringComparison.Ordinal))
                .Select(word => $"the section of {file} says nothing about {word}");
    }

    static IEnumerable<string> Inputs(YamlMappingNode triggers) =>
        Under(triggers, "workflow_dispatch", "inputs") is YamlMappingNode inputs
            ? inputs.Children.Keys.Select(key => $"{key}")
            : [];

    static IEnumerable<string> Paths(YamlMappingNode triggers) =>
        Under(triggers, "push", "paths") is YamlSequenceNode paths
            ? paths.Select(path => $"{path}").Where(path => !path.StartsWith('!'))
            : [];

    static YamlNode? Under(YamlNode from, params string[] keys) =>
        keys.Aggregate(
            (YamlNode?)from,
            (node, key) => node is YamlMappingNode map && map.Children.TryGetValue(key, out var next) ? next : null
        );

    static YamlMappingNode Triggers(string file)
    {
        var yaml = new YamlStream();
        using var reader = new StreamReader(file);
        yaml.Load(reader);
        return (YamlMappingNode)yaml.Documents[0].RootNode["on"];
    }

    [GeneratedRegex(@"^## (?<file>[\w-]+\.yml)$", RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex(@"gh workflow run (?<file>[\w.-]+)( -f (?<input>\w+)=(""[^""]*""|\S+))*")]
    private static partial Regex Start();
}
