using Benevoclic.Cli.Local;

namespace Benevoclic.Cli.Tests.Commands;

public sealed class ServiceCommandTests : IAsyncDisposable
{
    static readonly HttpClient Http = new();
    readonly MadeCheckout _made = new();

    public ValueTask DisposeAsync() => _made.DisposeAsync();

    [Fact]
    public async Task One_service_stops_starts_and_restarts_while_the_others_run()
    {
        _made.With("one").With("two");
        await _made.UpAsync();
        var other = (await _made.StatusAsync("two")).GetProperty("pid").GetInt32();
        var before = (await _made.StatusAsync("one")).GetProperty("pid").GetInt32();

        var stop = await _made.RunAsync("stop", "one");
        Assert.Equal((0, "– stopped"), (stop.ExitCode, stop.Output[..9]));
        Assert.False(MadeCheckout.Runs(before));
        Assert.Equal(1, (await _made.RunAsync("status")).ExitCode);

        var start = await _made.RunAsync("start", "one");
        Assert.Equal((0, "✓ healthy"), (start.ExitCode, start.Output[..9]));
        var started = (await _made.StatusAsync("one")).GetProperty("pid").GetInt32();

        Assert.Equal(0, (await _made.RunAsync("restart", "one")).ExitCode);
        Assert.NotEqual(started, (await _made.StatusAsync("one")).GetProperty("pid").GetInt32());
        Assert.Equal(other, (await _made.StatusAsync("two")).GetProperty("pid").GetInt32());
    }

    [Fact]
    public async Task A_second_start_or_stop_changes_nothing()
    {
        _made.With("one");
        await _made.UpAsync();
        var pid = (await _made.StatusAsync("one")).GetProperty("pid").GetInt32();

        Assert.Equal(0, (await _made.RunAsync("start", "one")).ExitCode);
        Assert.Equal(pid, (await _made.StatusAsync("one")).GetProperty("pid").GetInt32());
        Assert.Equal(0, (await _made.RunAsync("stop", "one")).ExitCode);
        Assert.Equal(0, (await _made.RunAsync("stop", "one")).ExitCode);
        Assert.Equal("stopped", await _made.StateAsync("one"));
    }

    [Fact]
    public async Task A_service_that_dies_is_seen_at_once_and_can_be_started_again()
    {
        _made.With("one");
        await _made.UpAsync();

        Signals.Send((await _made.StatusAsync("one")).GetProperty("pid").GetInt32(), Signals.Kill);
        await _made.BecomesAsync("one", "ended");

        Assert.Equal("was ended by signal 9", (await _made.StatusAsync("one")).GetProperty("detail").GetString());
        Assert.Contains("one", await File.ReadAllTextAsync(_made.In("state", "up.log")), StringComparison.Ordinal);
        Assert.Equal(0, (await _made.RunAsync("start", "one")).ExitCode);
        Assert.Equal("healthy", await _made.StateAsync("one"));
    }

    [Fact]
    public async Task A_restart_takes_up_what_was_edited()
    {
        _made.With("one", compose: "environment: {WORD: old}");
        await _made.UpAsync();
        var port = _made.Port("one");
        _made.With("one", compose: "environment: {WORD: new}");

        Assert.Equal(0, (await _made.RunAsync("restart", "one")).ExitCode);

        Assert.NotEqual(port, _made.Port("one"));
        Assert.Equal("new", await Http.GetStringAsync(_made.Address("one", "/env/WORD")));
        Assert.EndsWith(
            $":{_made.Port("one")}",
            (await _made.StatusAsync("one")).GetProperty("address").GetString(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("start")]
    [InlineData("restart")]
    public async Task A_folder_that_came_since_is_a_service_too(string verb)
    {
        _made.With("one");
        await _made.UpAsync();
        _made.With("new");

        var result = await _made.RunAsync(verb, "new");

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal("healthy", await _made.StateAsync("new"));
    }

    [Fact]
    public async Task A_port_that_somebody_took_meanwhile_is_named()
    {
        _made.With("one");
        await _made.UpAsync();
        await _made.RunAsync("stop", "one");
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, _made.Port("one"));
        taken.Start();

        var start = await _made.RunAsync("start", "one");

        Assert.Equal(1, start.ExitCode);
        Assert.Contains($"(pid {Environment.ProcessId})", start.Error, StringComparison.Ordinal);
        Assert.Equal("ended", await _made.StateAsync("one"));
    }

    [Fact]
    public async Task A_failed_start_shows_the_lines_of_this_start_only()
    {
        _made.With("one");
        await _made.UpAsync();
        await _made.RunAsync("stop", "one");
        _made.With("one", command: "fail 3 \"only this\"");

        var start = await _made.RunAsync("start", "one");

        Assert.Equal(1, start.ExitCode);
        Assert.Contains("Its last lines:\n    only this\n", start.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("start")]
    [InlineData("stop")]
    [InlineData("restart")]
    [InlineData("logs")]
    public async Task An_unknown_service_is_wrong_usage_and_names_the_nearest(string verb)
    {
        var result = await _made.With("prometheus").RunAsync(verb, "promteheus");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("There is no service \"promteheus\": did you mean prometheus?\n", result.Error);
    }

    [Fact]
    public async Task When_nothing_runs_it_says_what_to_type()
    {
        var result = await _made.With("one").RunAsync("restart", "one");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal("Benevoclic is not running here.\nType: ./benevoclic up\n", result.Error);
    }

    [Fact]
    public async Task A_broken_definition_leaves_the_old_process_alone()
    {
        _made.With("one");
        await _made.UpAsync();
        _made.Write("stack/one/compose.yaml", "services:");

        var restart = await _made.RunAsync("restart", "one");

        Assert.Equal(2, restart.ExitCode);
        Assert.Equal("healthy", await _made.StateAsync("one"));
    }
}
