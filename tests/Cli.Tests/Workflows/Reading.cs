using Benevoclic.Harness.Workflows;

namespace Benevoclic.Cli.Tests.Workflows;

/// <summary>The workflows through GitHub's own parser, actionlint and shellcheck.</summary>
public sealed class Reading
{
    static readonly string Checker = Path.Combine(Repository.Root, "tests/Workflows");

    [Fact]
    public async Task GitHub_can_read_every_workflow_and_actionlint_finds_nothing()
    {
        var result = await CheckAsync(Repository.Root);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains($"{WorkflowFile.All.Count} workflows, 0 problems", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("on: push", "on: pushed", "pushed")]
    [InlineData("runs-on", "runs-no", "runs-no")]
    [InlineData("github.ref }}", "githup.ref }}", "githup")]
    [InlineData("services: api", "servces: api", "servces")]
    public async Task A_mistake_is_found_and_its_file_named(string good, string bad, string said)
    {
        const string workflow = """
            name: Made
            on: push
            jobs:
              one:
                runs-on: ubuntu-24.04
                steps:
                  - run: echo "$REF"
                    env:
                      REF: ${{ github.ref }}
              two:
                uses: ./.github/workflows/called.yml
                with:
                  services: api
            """;
        using var folder = new TemporaryFolder();
        folder.Write(".github/workflows/called.yml", Called);
        folder.Write(".github/workflows/made.yml", workflow.Replace(good, bad, StringComparison.Ordinal));

        var result = await CheckAsync(folder.Path);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(".github/workflows/made.yml:", result.Output, StringComparison.Ordinal);
        Assert.Contains(said, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shellcheck_finds_nothing_in_any_script()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/shellcheck"), "shellcheck is not installed; ./test.sh installs it");
        var scripts = WorkflowFile
            .All.SelectMany(file => file.Jobs.Values)
            .SelectMany(job => job.Maps("steps"))
            .Select(step => step.Text("run"))
            .OfType<string>()
            .Distinct()
            .ToList();
        using var folder = new TemporaryFolder();
        string[] files = [.. scripts.Select((script, i) => folder.Write($"{i}.sh", $"#!/usr/bin/env bash\n{script}"))];

        var result = await Shell.RunAsync(folder.Path, new Dictionary<string, string>(), "shellcheck", files);

        Assert.NotEmpty(scripts);
        Assert.True(result.ExitCode == 0, result.ToString());
    }

    const string Called = """
        name: Called
        on:
          workflow_call:
            inputs:
              services: {type: string, required: true}
        jobs:
          one:
            runs-on: ubuntu-24.04
            steps:
              - run: echo
        """;

    static async Task<CommandResult> CheckAsync(string root)
    {
        Assert.SkipUnless(
            Directory.Exists(Path.Combine(Checker, "node_modules")),
            "tests/Workflows has no node_modules; ./test.sh installs them"
        );
        return await Shell.RunAsync(Checker, new Dictionary<string, string>(), "node", "check.mjs", root);
    }
}
