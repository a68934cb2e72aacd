using System.Text.Json;

namespace Benevoclic.Deployment.Workflows;

/// <summary>What a tag makes of the command. The images are left out: their base is on the internet.</summary>
public sealed class Releasing(Workspace workspace) : IClassFixture<Workspace>
{
    const string Tag = "v1.2.3";

    static readonly Dictionary<string, string> Nothing = [];

    [Fact]
    public async Task A_tag_makes_a_tool_and_a_single_file_that_start_and_lists_what_is_in_them()
    {
        await workspace.TagAsync(Tag);
        var start = new RunStart(
            workspace.Root,
            "push",
            Nothing,
            new Dictionary<string, string> { ["RELEASE_RIDS"] = "linux-x64" },
            Nothing
        )
        {
            RefName = Tag,
        };

        var run = await WorkflowRun.RunAsync(start, "release.yml", only: "programs");

        Assert.True(run.Jobs["programs"] == "success", run.ToString());
        Assert.Contains("## The first release", run.Summary, StringComparison.Ordinal);
        await BashAsync(
            "cd release && sha256sum --check SHA256SUMS && mkdir single && tar -C single -xzf *-linux-x64.tar.gz"
        );
        await BashAsync("dotnet tool install --tool-path tool --source release benevoclic --version 1.2.3");
        foreach (var program in new[] { "release/single/benevoclic", "tool/benevoclic" })
        {
            Assert.Equal("1.2.3\n", await BashAsync($"{program} --version"));
            Assert.StartsWith("NAME ", await BashAsync($"{program} secrets"), StringComparison.Ordinal);
            Assert.Contains(
                "BENEVOCLIC_ROOT=",
                await BashAsync($"program=$PWD/{program}; cd / && ! \"$program\" status 2>&1"),
                StringComparison.Ordinal
            );
        }
        Assert.All(
            ["cli", "api", "relay"],
            name =>
            {
                var file = Path.Combine(workspace.Root, $"release/benevoclic-{name}.sbom.json");
                var bom = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
                Assert.NotEmpty(bom.GetProperty("components").EnumerateArray());
            }
        );
    }

    async Task<string> BashAsync(string script)
    {
        var result = await Shell.RunAsync(
            workspace.Root,
            new Dictionary<string, string>
            {
                ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1",
                ["BENEVOCLIC_ROOT"] = "",
            },
            "bash",
            "-ec",
            script
        );
        Assert.True(result.ExitCode == 0, result.ToString());
        return result.Output;
    }
}
