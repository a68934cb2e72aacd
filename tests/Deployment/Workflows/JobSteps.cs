using System.Text.RegularExpressions;
using Benevoclic.Harness.Workflows;
using YamlDotNet.RepresentationModel;

namespace Benevoclic.Deployment.Workflows;

/// <summary>The steps of one job, in order. Actions of others have stand-ins: the checkout is there, and so is
/// .NET; what is uploaded stays where it is.</summary>
sealed partial class JobSteps(
    RunStart start,
    RunFiles files,
    Dictionary<string, object?> contexts,
    Dictionary<string, string> environment
)
{
    static readonly string[] StandIns = ["actions/checkout", "actions/setup-dotnet", "actions/upload-artifact"];

    bool _failed;

    public async Task<bool> RunAsync(IReadOnlyList<YamlMappingNode> steps)
    {
        foreach (var step in steps.Where(step => IsWanted(step.Text("if"), contexts, !_failed)))
        {
            _failed |= step.Text("uses") is { } action ? !await UseAsync(action, step) : !await ScriptAsync(step);
        }
        return !_failed;
    }

    /// <summary>Without a word about how things stand, a condition holds only while nothing has failed.</summary>
    public static bool IsWanted(string? condition, Dictionary<string, object?> contexts, bool isWell)
    {
        var text = Braces().Replace(condition ?? "true", "$1");
        var value = Expression.Evaluate(text, contexts, status => Holds(status, isWell));
        return Expression.IsTrue(value) && (isWell || Status().IsMatch(text));
    }

    public static Dictionary<string, string> Filled(
        IReadOnlyDictionary<string, string> texts,
        Dictionary<string, object?> contexts
    ) => texts.ToDictionary(pair => pair.Key, pair => Expression.Fill(pair.Value, contexts));

    async Task<bool> UseAsync(string action, YamlMappingNode step)
    {
        if (!action.StartsWith("./", StringComparison.Ordinal))
        {
            Assert.Contains(action.Split('@')[0], StandIns);
            return true;
        }
        var root = WorkflowFile.Read(Path.Combine(Repository.Root, action, "action.yml")).Root;
        Assert.Equal("composite", root.Map("runs")!.Text("using"));
        var inputs = root.Map("inputs")!
            .Keys()
            .ToDictionary(
                name => name,
                name =>
                    (object?)(
                        Filled(step.Texts("with"), contexts).GetValueOrDefault(name)
                        ?? root.Map("inputs")!.Map(name)!.Text("default")
                    )
            );
        var own = new Dictionary<string, object?>(contexts) { ["inputs"] = inputs };
        return await new JobSteps(start, files, own, environment).RunAsync(root.Map("runs")!.Maps("steps"));
    }

    async Task<bool> ScriptAsync(YamlMappingNode step)
    {
        var script = files.PathOf("step.sh");
        await File.WriteAllTextAsync(script, step.Text("run")!);
        await File.WriteAllTextAsync(files.PathOf("env"), "");
        // As GitHub starts it when no shell is named, and when bash is.
        string[] options = step.Text("shell") == "bash" ? ["--noprofile", "--norc", "-eo", "pipefail"] : ["-e"];
        var result = await Shell.RunAsync(start.Workspace, Environment(step), "bash", [.. options, script]);
        files.Write(step.Text("name") ?? step.Text("run")!, result);
        foreach (var line in await File.ReadAllLinesAsync(files.PathOf("env")))
        {
            var parts = line.Split('=', 2);
            environment[parts[0]] = parts[1];
        }
        return result.ExitCode == 0;
    }

    Dictionary<string, string> Environment(YamlMappingNode step)
    {
        var all = new Dictionary<string, string>(start.Machine)
        {
            ["CI"] = "true",
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_ACTOR"] = "marie",
            ["GITHUB_ENV"] = files.PathOf("env"),
            ["GITHUB_STEP_SUMMARY"] = files.SummaryFile,
            ["GITHUB_SERVER_URL"] = "https://github.com",
            ["GITHUB_REPOSITORY"] = "team/benevoclic",
            ["GITHUB_RUN_ID"] = "42",
            ["GITHUB_REF_NAME"] = start.RefName,
            ["GITHUB_SHA"] = "0123456789abcdef0123456789abcdef01234567",
        };
        foreach (var (name, value) in environment.Concat(Filled(step.Texts("env"), contexts)))
        {
            all[name] = value;
        }
        return all;
    }

    static bool Holds(string status, bool isWell) =>
        status switch
        {
            "always" => true,
            "cancelled" => false,
            "failure" => !isWell,
            _ => isWell,
        };

    [GeneratedRegex(@"^\s*\$\{\{(.*)\}\}\s*$", RegexOptions.Singleline)]
    private static partial Regex Braces();

    [GeneratedRegex(@"\b(success|failure|always|cancelled)\(\)")]
    private static partial Regex Status();
}
