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
    [InlineData("commit", "", 0, "r2")]
    [InlineData("commit", Undone, 76, "r1")]
    [InlineData("swarm-commit", "", 0, "r2")]
    [InlineData("swarm-commit", Undone, 76, "r1")]
    public async Task Commits_unless_the_host_has_undone_it_meanwhile(
        string step,
        string journal,
        int code,
        string serving
    )
    {
        await StandInAsync("docker", "exit 0");
        await WriteAsync("services/api/current", "r1");
        await WriteAsync("journal.jsonl", journal.Length == 0 ? "" : $"{journal}\n");

        var outcome = await RunAsync(WithStandIns(Script.Run(step, _folder.Path, Committed, "api", "r2")));

        Assert.True(outcome.ExitCode == code, outcome.LastWords());
        Assert.Equal(serving, (await ReadAsync("services/api/current")).Trim());
        Assert.Equal(code == 0 ? Committed : Undone, (await ReadAsync("journal.jsonl")).Trim());
    }

    [Fact]
    public async Task A_disk_that_is_full_leaves_no_half_of_a_freeze()
    {
        var freeze = Script.Run("freeze", _folder.Path, """{"by":"zoe","why":"the disk is full"}""");
        string[] full = ["bash", "-c", "trap '' XFSZ; ulimit -f 0; exec \"$@\"", "full"];

        var refused = await RunAsync(freeze with { Words = [.. full, .. freeze.Words] });
        Assert.NotEqual(0, refused.ExitCode);
        Assert.Empty(Directory.GetFiles(_folder.Path, "frozen*"));

        Assert.Equal(0, (await RunAsync(freeze)).ExitCode);
        Assert.Equal(75, (await RunAsync(freeze)).ExitCode);
        Assert.Equal([_folder.In("frozen")], Directory.GetFiles(_folder.Path, "frozen*"));
    }

    [Theory]
    [InlineData("facts")]
    [InlineData("swarm-facts")]
    [InlineData("status")]
    public async Task Where_Docker_does_not_answer_nothing_is_said_to_be_gone(string question)
    {
        await StandInAsync("docker", "echo 'Cannot connect to the Docker daemon' >&2; exit 1");
        await WriteAsync("services/api/current", "r1");

        var outcome = await RunAsync(WithStandIns(Script.Run(question, _folder.Path, "api=3000=/health")));

        Assert.Equal(69, outcome.ExitCode);
        Assert.Contains(
            "Docker does not answer there: Cannot connect to the Docker daemon",
            outcome.LastWords(),
            StringComparison.Ordinal
        );
    }

    /// <summary>Docker and curl stand in for themselves here: what is asked is only what is said of an answer that never comes.</summary>
    [Fact]
    public async Task An_undo_whose_old_release_does_not_answer_is_stuck_and_says_so()
    {
        await StandInAsync(
            "docker",
            "case $* in *release=r1*) echo old ;; *release=r2*) echo new ;; inspect*) printf 'id\\t-\\t10.0.0.1\\n' ;; esac"
        );
        await StandInAsync("curl", "exit 7");
        await StandInAsync("sleep", "exit 0");
        Directory.CreateDirectory(_folder.In("services/api/releases"));
        string[] words = ["api", "r2", "r1", "r1", "recreate", "3000", "/health", "1", "d1"];
        var undo = Script.Run("undo", [_folder.Path, .. words]);

        var outcome = await RunAsync(WithStandIns(undo));

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("does not answer /health", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("\"state\":\"stuck\"", await ReadAsync("journal.jsonl"), StringComparison.Ordinal);
    }

    /// <summary>The gate may have found it healthy just before.</summary>
    [Fact]
    public async Task One_that_ends_before_its_metrics_are_read_is_told_with_its_cause()
    {
        await StandInAsync(
            "docker",
            "case $* in events*) echo 'die 137' ;; *HostConfig*) echo 805306368 ;; *) echo id ;; esac"
        );
        await StandInAsync("curl", "echo 'curl: (7) Connection refused' >&2; exit 7");

        var outcome = await RunAsync(WithStandIns(Script.Run("metrics", _folder.Path, "new", "3000", "/metrics")));

        Assert.Equal(7, outcome.ExitCode);
        Assert.Contains("(7) Connection refused", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("runs out of memory: its limit is 768 MiB", outcome.Error, StringComparison.Ordinal);
    }

    RemoteCommand WithStandIns(RemoteCommand command) =>
        command with
        {
            Words = ["env", $"PATH={_folder.In("bin")}:{Environment.GetEnvironmentVariable("PATH")}", .. command.Words],
        };

    async Task StandInAsync(string program, string text)
    {
        await WriteAsync($"bin/{program}", $"#!/bin/sh\n{text}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(
                _folder.In($"bin/{program}"),
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        }
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
