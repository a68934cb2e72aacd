using Benevoclic.Harness.Workflows;
using YamlDotNet.RepresentationModel;

namespace Benevoclic.Deployment.Workflows;

/// <summary>
/// Runs a workflow here: its jobs in their order, with the workflows that they call. What is left out of GitHub's own way is what ours do
/// not use: matrices, outputs of jobs, containers.
/// </summary>
public sealed class WorkflowRun
{
    readonly RunStart _start;
    readonly RunFiles _files;
    readonly string? _only;
    readonly Dictionary<string, string> _ended = [];

    WorkflowRun(RunStart start, RunFiles files, string? only)
    {
        _start = start;
        _files = files;
        _only = only;
    }

    /// <param name="start">What GitHub hands to it.</param>
    /// <param name="file">Its name, such as deploy.yml.</param>
    /// <param name="typed">Inputs of a start by hand.</param>
    /// <param name="only">The one job to run, where the others need what cannot be had here.</param>
    public static async Task<RunResult> RunAsync(
        RunStart start,
        string file,
        IReadOnlyDictionary<string, string>? typed = null,
        string? only = null
    )
    {
        using var files = new RunFiles();
        var run = new WorkflowRun(start, files, only);
        var inputs =
            start.Event == "push"
                ? []
                : Inputs(WorkflowFile.Named(file).On(start.Event), typed ?? new Dictionary<string, string>());
        await run.WorkflowAsync(WorkflowFile.Named(file), inputs, "");
        return new RunResult(run._ended, files.Log, files.Summary);
    }

    /// <returns>Whether none of its jobs failed.</returns>
    async Task<bool> WorkflowAsync(WorkflowFile file, Dictionary<string, object?> inputs, string caller)
    {
        var results = new Dictionary<string, string>();
        while (file.Jobs.Keys.FirstOrDefault(name => IsNext(file.Jobs[name], name, results)) is { } name)
        {
            var job = file.Jobs[name];
            var needs = job.List("needs").ToDictionary(need => need, need => results[need]);
            var contexts = Contexts(inputs, needs);
            var result =
                !IsWanted(job, contexts, needs.Values) ? "skipped"
                : await JobAsync(file, job, contexts, $"{caller}{name}") ? "success"
                : "failure";
            results[name] = _ended[$"{caller}{name}"] = result;
        }
        return !results.ContainsValue("failure");
    }

    bool IsNext(YamlMappingNode job, string name, Dictionary<string, string> results) =>
        !results.ContainsKey(name) && (_only is null || name == _only) && job.List("needs").All(results.ContainsKey);

    static bool IsWanted(YamlMappingNode job, Dictionary<string, object?> contexts, IEnumerable<string> needs) =>
        JobSteps.IsWanted(job.Text("if"), contexts, needs.All(result => result == "success"));

    async Task<bool> JobAsync(WorkflowFile file, YamlMappingNode job, Dictionary<string, object?> contexts, string name)
    {
        if (job.Text("uses") is { } called)
        {
            Assert.StartsWith($"./{WorkflowFile.Folder}/", called, StringComparison.Ordinal);
            Assert.Equal("inherit", job.Text("secrets"));
            var other = WorkflowFile.Named(Path.GetFileName(called));
            var given = job.Texts("with").ToDictionary(pair => pair.Key, pair => Expression.Fill(pair.Value, contexts));
            return await WorkflowAsync(other, Inputs(other.On("workflow_call"), given), $"{name}/");
        }
        var environment = JobSteps.Filled(file.Root.Texts("env"), contexts);
        foreach (var (variable, value) in JobSteps.Filled(job.Texts("env"), contexts))
        {
            environment[variable] = value;
        }
        return await new JobSteps(_start, _files, contexts, environment).RunAsync(job.Maps("steps"));
    }

    Dictionary<string, object?> Contexts(Dictionary<string, object?> inputs, Dictionary<string, string> needs) =>
        new()
        {
            ["github"] = new Dictionary<string, object?> { ["event_name"] = _start.Event, ["ref"] = "refs/heads/main" },
            ["inputs"] = inputs,
            ["secrets"] = _start.Secrets.ToDictionary(pair => pair.Key, pair => (object?)pair.Value),
            ["vars"] = _start.Variables.ToDictionary(pair => pair.Key, pair => (object?)pair.Value),
            ["needs"] = needs.ToDictionary(
                need => need.Key,
                need => (object?)new Dictionary<string, object?> { ["result"] = need.Value }
            ),
        };

    /// <summary>Given or default, as what the workflow says they are.</summary>
    static Dictionary<string, object?> Inputs(YamlMappingNode? trigger, IReadOnlyDictionary<string, string> given) =>
        trigger!
            .Map("inputs")!
            .Keys()
            .ToDictionary(
                name => name,
                name =>
                {
                    var input = trigger!.Map("inputs")!.Map(name)!;
                    var text = given.GetValueOrDefault(name) ?? input.Text("default") ?? "";
                    return input.Text("type") == "boolean" ? text == "true" : (object?)text;
                }
            );
}
