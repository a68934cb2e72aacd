namespace Benevoclic.Deployment.Workflows;

/// <summary>
/// What actions/checkout lays down: this checkout with its edits, as the one commit of a history. Its test.sh only says that it was asked:
/// it would run us.
/// </summary>
public sealed class Workspace : IAsyncLifetime
{
    const string Tests = """
        #!/bin/sh
        echo "tested: $*"

        """;

    public string Root { get; } = Directory.CreateTempSubdirectory("benevoclic-workspace-").FullName;

    public async ValueTask InitializeAsync()
    {
        await BashAsync(
            $"cd '{Repository.Root}' && git ls-files -co --exclude-standard -z "
                + $"| xargs -0 sh -c 'for f; do [ ! -f \"$f\" ] || printf \"%s\\0\" \"$f\"; done' - "
                + $"| tar -c --null -T - | tar -x -C '{Root}'"
        );
        await File.WriteAllTextAsync(Path.Combine(Root, "test.sh"), Tests);
        await BashAsync("git init --quiet --initial-branch=main");
        await CommitAsync();
    }

    /// <summary>A push: one file more or other, committed.</summary>
    public async Task ChangeAsync(string path, Func<string, string> change)
    {
        var file = Path.Combine(Root, path);
        await File.WriteAllTextAsync(file, change(await File.ReadAllTextAsync(file)));
        await CommitAsync();
    }

    public Task TagAsync(string name) => BashAsync($"git tag {name}");

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Root, recursive: true);
        return ValueTask.CompletedTask;
    }

    Task CommitAsync() =>
        BashAsync("git add --all && git -c user.name=marie -c user.email=marie@example.org commit --quiet -m x");

    async Task BashAsync(string script)
    {
        var result = await Shell.RunAsync(
            Root,
            new Dictionary<string, string>(),
            "bash",
            "-o",
            "pipefail",
            "-ec",
            script
        );
        Assert.True(result.ExitCode == 0, result.ToString());
    }
}
