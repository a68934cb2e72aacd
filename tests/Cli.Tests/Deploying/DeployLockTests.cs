using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Remote;

namespace Benevoclic.Cli.Tests.Deploying;

public sealed class DeployLockTests
{
    static readonly LockHolder Marie = new("marie", DateTimeOffset.UnixEpoch, "deploy");
    static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_second_deploy_is_told_who_has_the_lock()
    {
        using var folder = new TemporaryFolder();
        await using var shell = new LocalShell();
        var host = new HostFolder(folder.Path);
        await using var first = await DeployLock.TakeAsync(
            shell,
            host,
            Marie,
            Moment,
            TestContext.Current.CancellationToken
        );

        var refused = await Assert.ThrowsAsync<CommandException>(() =>
            DeployLock.TakeAsync(shell, host, Marie with { By = "paul" }, Moment, TestContext.Current.CancellationToken)
        );

        Assert.Equal(ExitCode.Locked, refused.ExitCode);
        Assert.Contains("deploy by marie", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_the_lock_on_a_full_disk_is_not_known_and_a_second_deploy_is_refused_in_words()
    {
        using var folder = new TemporaryFolder();
        await using var shell = new LocalShell();
        var host = new HostFolder(folder.Path);
        var ct = TestContext.Current.CancellationToken;
        await using var first = await DeployLock.TakeAsync(shell, host, Marie, Moment, ct);
        await File.WriteAllTextAsync(folder.In("lock.holder"), """{"by":"marie","since":"19""", ct);

        var refused = await Assert.ThrowsAsync<CommandException>(() =>
            DeployLock.TakeAsync(shell, host, Marie with { By = "paul" }, Moment, ct)
        );

        Assert.Equal(ExitCode.Locked, refused.ExitCode);
        Assert.Equal("Another deploy is at work on local.", refused.Message);
    }

    [Fact]
    public async Task Who_only_looks_whether_somebody_has_it_keeps_nobody_from_it()
    {
        using var folder = new TemporaryFolder();
        await using var shell = new LocalShell();
        var ct = TestContext.Current.CancellationToken;
        var look = new RemoteCommand("flock", "-s", folder.In("lock"), "sh", "-c", "echo looking; sleep 0.2");
        await using var looking = await shell.StartAsync(look, ct);
        using var output = new StreamReader(looking.Output);
        Assert.Equal("looking", await output.ReadLineAsync(ct));

        await using var taken = await DeployLock.TakeAsync(
            shell,
            new HostFolder(folder.Path),
            Marie,
            TimeSpan.Zero,
            ct
        );

        Assert.False(taken.Lost.IsCancellationRequested);
    }

    [Fact]
    public async Task A_lock_that_was_given_back_can_be_taken_again()
    {
        using var folder = new TemporaryFolder();
        await using var shell = new LocalShell();
        var host = new HostFolder(folder.Path);
        await (
            await DeployLock.TakeAsync(shell, host, Marie, Moment, TestContext.Current.CancellationToken)
        ).DisposeAsync();

        await using var again = await DeployLock.TakeAsync(
            shell,
            host,
            Marie,
            Moment,
            TestContext.Current.CancellationToken
        );

        Assert.False(again.Lost.IsCancellationRequested);
    }
}
