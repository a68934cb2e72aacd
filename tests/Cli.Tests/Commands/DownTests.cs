using System.Net;
using System.Net.Sockets;
using Benevoclic.Cli.Local;

namespace Benevoclic.Cli.Tests.Commands;

public sealed class DownTests : IAsyncDisposable
{
    const int Freeze = 19;
    readonly MadeCheckout _made = new();

    public ValueTask DisposeAsync() => _made.DisposeAsync();

    [Fact]
    public async Task It_leaves_no_process_and_every_port_free()
    {
        _made.With("one").With("two", after: "one");
        await _made.UpAsync();
        var pids = await _made.PidsAsync();

        var down = await _made.RunAsync("down");

        Assert.Equal((0, "Everything is stopped.\n"), (down.ExitCode, down.Output));
        await MadeCheckout.GoneAsync(pids);
        foreach (var service in new[] { "one", "two" })
        {
            using var free = new TcpListener(IPAddress.Loopback, _made.Port(service));
            free.Start();
        }
    }

    [Fact]
    public async Task When_nothing_runs_it_says_so_and_is_done()
    {
        var down = await _made.With("one").RunAsync("down");
        Assert.Equal((0, "Nothing is running.\n"), (down.ExitCode, down.Output));
    }

    [Fact]
    public async Task It_works_while_the_configuration_is_broken()
    {
        _made.With("one");
        await _made.UpAsync();
        _made.Write("benevoclic.yaml", "ports: [");

        var down = await _made.RunAsync("down");

        Assert.Equal(0, down.ExitCode);
    }

    [Fact]
    public async Task A_service_that_ignores_SIGTERM_is_killed_when_its_grace_is_over()
    {
        _made.With("deaf", command: "serve 0.0.0.0:8080 deaf");
        await _made.UpAsync();
        var pids = await _made.PidsAsync();

        var down = await _made.RunAsync("down");

        Assert.Equal(0, down.ExitCode);
        await MadeCheckout.GoneAsync(pids);
    }

    [Fact]
    public async Task A_frozen_run_is_told_of_and_ended_all_the_same()
    {
        _made.With("one");
        await _made.UpAsync();
        var pids = await _made.PidsAsync();
        Signals.Send(pids[0], Freeze);

        var status = await _made.RunAsync("status");
        var down = await _made.RunAsync("down");

        Assert.Equal(1, status.ExitCode);
        Assert.Contains("did not answer within 5 s", status.Error, StringComparison.Ordinal);
        Assert.Contains("./benevoclic down", status.Error, StringComparison.Ordinal);
        Assert.Equal(0, down.ExitCode);
        Assert.Contains($"was killed (pid {pids[0]})", down.Output, StringComparison.Ordinal);
        await MadeCheckout.GoneAsync(pids);
    }

    [Fact]
    public async Task It_does_not_wait_for_a_service_that_never_answers()
    {
        _made.With("mute", command: "serve 0.0.0.0:8080 mute");
        using var up = _made.Start("up");
        await _made.BecomesAsync("mute", "starting");

        var down = await _made.RunAsync("down");
        await up.WaitForExitAsync();

        Assert.Equal(0, down.ExitCode);
        Assert.Equal("stopped", await _made.StateAsync("mute"));
    }
}
