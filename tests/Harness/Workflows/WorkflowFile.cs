using YamlDotNet.RepresentationModel;

namespace Benevoclic.Harness.Workflows;

/// <summary>A file of .github/workflows, as far as tests ask it.</summary>
public sealed class WorkflowFile
{
    public const string Folder = ".github/workflows";

    WorkflowFile(string path)
    {
        Name = Path.GetFileName(path);
        Text = File.ReadAllText(path);
        var stream = new YamlStream();
        stream.Load(new StringReader(Text));
        Root = (YamlMappingNode)stream.Documents[0].RootNode;
    }

    /// <summary>Such as <c>deploy.yml</c>.</summary>
    public string Name { get; }

    public string Text { get; }

    public YamlMappingNode Root { get; }

    public static IReadOnlyList<WorkflowFile> All { get; } =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(Repository.Root, Folder), "*.yml")
            .Order(StringComparer.Ordinal)
            .Select(path => new WorkflowFile(path)),
    ];

    public static WorkflowFile Named(string name) => All.Single(file => file.Name == name);

    public static WorkflowFile Read(string path) => new(path);

    public IReadOnlyDictionary<string, YamlMappingNode> Jobs =>
        Root.Map("jobs")!.Keys().ToDictionary(name => name, name => Root.Map("jobs")!.Map(name)!);

    public YamlMappingNode? On(string @event) => Root.Map("on")?.Map(@event);

    public bool StartsOn(string @event) => Root.Map("on")?.Keys().Contains(@event) == true;

    /// <summary>Whether a push to main that changes these paths starts it.</summary>
    public bool StartsOnPush(IReadOnlyList<string> changed) =>
        On("push") is { } push
        && push.List("branches").Contains("main")
        && (push.List("paths") is not { Count: > 0 } paths || PathFilter.Starts(paths, changed));

    public override string ToString() => Name;
}
