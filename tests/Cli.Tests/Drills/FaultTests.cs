using System.Diagnostics;
using Benevoclic.Cli.Drills;
using Benevoclic.Cli.Remote;

namespace Benevoclic.Cli.Tests.Drills;

public sealed class FaultTests : IDisposable
{
    static readonly TimeSpan Long = TimeSpan.FromMinutes(1);
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    string Mended => _folder.In("mended");

    /// <summary>Stands where the command would, and notes what it is asked to put back.</summary>
    string Launcher()
    {
        var path = _folder.Write("launcher", $"#!/bin/sh\necho \"$@\" >>{Mended}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    static Process Victim() => Process.Start(new ProcessStartInfo("sleep", ["600"]))!;

    [Fact]
    public async Task A_process_dies_and_is_started_again_when_it_is_let_go()
    {
        using var victim = Victim();
        await using var shell = new LocalShell();
        var isMaking = false;

        await using (
            await Fault.MakeAsync(shell, ["process", $"{victim.Id}", Launcher(), "api"], Long, () => isMaking = true)
        )
        {
            await victim.WaitForExitAsync();
            Assert.False(File.Exists(Mended));
        }

        Assert.True(isMaking);
        Assert.Equal("start api\n", await File.ReadAllTextAsync(Mended));
    }

    [Fact]
    public async Task Its_time_limit_mends_it_too()
    {
        using var victim = Victim();
        await using var shell = new LocalShell();
        await using var fault = await Fault.MakeAsync(
            shell,
            ["process", $"{victim.Id}", Launcher(), "api"],
            TimeSpan.FromSeconds(1),
            () => { }
        );

        var watch = Stopwatch.StartNew();
        while (!File.Exists(Mended) && watch.Elapsed < Long)
        {
            await Task.Delay(50);
        }

        Assert.True(File.Exists(Mended));
    }

    [Fact]
    public async Task One_that_cannot_be_made_is_told_in_its_own_words_and_mended()
    {
        await using var shell = new LocalShell();

        var wrong = await Assert.ThrowsAsync<CommandException>(() =>
            Fault.MakeAsync(shell, ["process", "999999999", Launcher(), "api"], Long, () => { })
        );

        Assert.StartsWith("The fault cannot be made", wrong.Message, StringComparison.Ordinal);
        Assert.Equal("start api\n", await File.ReadAllTextAsync(Mended));
    }

    [Fact]
    public async Task A_memory_disk_is_not_filled()
    {
        Assert.SkipUnless(Directory.Exists("/dev/shm"), "there is no /dev/shm here");
        await using var shell = new LocalShell();

        var wrong = await Assert.ThrowsAsync<CommandException>(() =>
            Fault.MakeAsync(shell, ["disk", "/dev/shm"], Long, () => { })
        );

        Assert.Contains("no disk to Node Exporter", wrong.Message, StringComparison.Ordinal);
        Assert.False(File.Exists("/dev/shm/disk-full.drill"));
    }
}
