namespace Benevoclic.EndToEnd.Local;

/// <summary>The real files of stack/, judged by the programs that will read them.</summary>
public sealed class TheStackFolder
{
    static readonly string Compose = Path.Combine(
        Repository.Root,
        "artifacts/tools/docker-compose/usr/libexec/docker/cli-plugins/docker-compose"
    );

    public static TheoryData<string> ComposeFiles =>
        [
            "compose.yaml",
            .. Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "stack"), "compose.yaml", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(Repository.Root, path)),
        ];

    [Fact]
    public async Task Passes_promtool_and_amtool_with_the_unit_tests_of_its_rules()
    {
        Needs.Monitoring();
        await using var stack = new LocalStack();

        var check = await stack.RunAsync("check");

        Assert.True(check.ExitCode == 0, check.ToString());
        Assert.Contains("promtool test rules", check.Output, StringComparison.Ordinal);
        Assert.Contains("amtool check-config", check.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(ComposeFiles))]
    public async Task Is_understood_by_Docker_Compose(string file)
    {
        var compose = await ComposeWordsAsync();

        var config = await Shell.RunAsync(
            Repository.Root,
            new Dictionary<string, string>(),
            compose[0],
            [.. compose[1..], "-f", file, "config", "--quiet"]
        );

        Assert.True(config.ExitCode == 0 && config.Error.Length == 0, config.ToString());
    }

    /// <summary>The machine's own Compose v2, or the one that ./test.sh unpacked.</summary>
    static async Task<string[]> ComposeWordsAsync()
    {
        if (File.Exists(Compose))
        {
            return [Compose];
        }
        var docker = Needs.Program("docker");
        var version = await Shell.RunAsync(
            Repository.Root,
            new Dictionary<string, string>(),
            docker,
            "compose",
            "version"
        );
        Assert.SkipWhen(version.ExitCode != 0, "Docker Compose v2 is not installed; ./test.sh unpacks it");
        return [docker, "compose"];
    }
}
