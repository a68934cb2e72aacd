using Benevoclic.Cli.Remote;

namespace Benevoclic.Cli.Tests.Remote;

/// <summary>Steps on a host, with a real bash and a folder of their own.</summary>
public sealed class StepTests : IDisposable
{
    const string Committed = """{"deploy":"d1","service":"api","release":"r2","state":"committed"}""";
    const string Undone = """{"deploy":"d1","service":"api","release":"r2","state":"undone"}""";

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", 0, "r2")]
    [InlineData(Undone, 76, "r1")]
    public async Task Commits_unless_the_host_has_undone_it_meanwhile(string journal, int code, string serving)
    {
        await WriteAsync("services/api/current", "r1");
        await WriteAsync("journal.jsonl", journal.Length == 0 ? "" : $"{journal}\n");

        var outcome = await RunAsync(Script.Run("commit", _folder.Path, Committed, "api", "r2"));

        Assert.True(outcome.ExitCode == code, outcome.LastWords());
        Assert.Equal(serving, (await ReadAsync("services/api/current")).Trim());
        Assert.Equal(code == 0 ? Committed : Undone, (await ReadAsync("journal.jsonl")).Trim());
    }

    async Task WriteAsync(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.In(path))!);
        await File.WriteAllTextAsync(_folder.In(path), text, TestContext.Current.CancellationToken);
    }

    Task<string> ReadAsync(string path) =>
        File.ReadAllTextAsync(_folder.In(path), TestContext.Current.CancellationToken);

    static async Task<CommandOutcome> RunAsync(RemoteCommand command)
    {
        await using var shell = new LocalShell();
        return await shell.RunAsync(command, TestContext.Current.CancellationToken);
    }
}
