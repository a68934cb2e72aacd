using System.Net.Sockets;

namespace Benevoclic.Cli.Tests.Commands;

public sealed class UpTests : IAsyncDisposable
{
    static readonly HttpClient Http = new();
    readonly MadeCheckout _made = new();

    public ValueTask DisposeAsync() => _made.DisposeAsync();

    [Fact]
    public async Task A_folder_is_all_that_a_service_needs()
    {
        _made.With("one").With("two", after: "one", local: "program: [unheard-of, dummy]");

        var up = await _made.UpAsync();

        Assert.Contains("✓ healthy  one", up.Output, StringComparison.Ordinal);
        var status = await _made.StatusAsync();
        Assert.True(status.GetProperty("healthy").GetBoolean());
        Assert.Equal("ok", await Http.GetStringAsync(_made.Address("two", "/health")));
    }

    [Fact]
    public async Task A_stand_in_is_passed_over_where_there_is_the_program()
    {
        Directory.CreateDirectory(_made.In("src/StandIn"));
        _made.With("one", local: "program: dummy\n    stand_in: src/StandIn");

        var up = await _made.UpAsync();

        Assert.Contains("✓ healthy  one", up.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_gets_what_its_compose_file_says_in_the_words_of_this_machine()
    {
        _made
            .With("one")
            .With(
                "two",
                compose: "environment: {PEER: \"http://benevoclic-one:8080\", DATA: /data/x, PASS: \"${PASS:-none}\"}\n    volumes: [\"data:/data\"]"
            );
        _made.Write("stack/two/peers.txt", "benevoclic-one:8080");
        _made.Environment["PASS"] = "word";

        await _made.UpAsync();

        Task<string> ShownAsync(string path) => Http.GetStringAsync(_made.Address("two", path));
        Assert.Equal($"http://127.0.0.1:{_made.Port("one")}", await ShownAsync("/env/PEER"));
        Assert.Equal(_made.In("state", "data", "two", "data", "x"), await ShownAsync("/env/DATA"));
        Assert.Equal("word", await ShownAsync("/env/PASS"));
        Assert.Equal($"127.0.0.1:{_made.Port("one")}", await ShownAsync("/file/peers.txt"));
    }

    [Fact]
    public async Task A_service_that_ends_at_once_is_named_with_its_exit_code_and_last_lines_and_the_others_run()
    {
        _made.With("good").With("bad", command: "fail 7 \"line [one]\" \"no such file\"");

        var up = await _made.RunAsync("up", "--detach");

        Assert.Equal(1, up.ExitCode);
        Assert.Contains(
            "bad ended with exit code 7 before /health answered. Its last lines:",
            up.Error,
            StringComparison.Ordinal
        );
        Assert.Contains("    line [one]", up.Error, StringComparison.Ordinal);
        Assert.Contains("    no such file", up.Error, StringComparison.Ordinal);
        Assert.Contains("./benevoclic start bad", up.Error, StringComparison.Ordinal);
        Assert.Equal("healthy", await _made.StateAsync("good"));
        Assert.Equal("ended", await _made.StateAsync("bad"));
        Assert.Equal(
            "bad ended with exit code 7 before /health answered.",
            (await _made.StatusAsync("bad")).GetProperty("detail").GetString()
        );
    }

    [Fact]
    public async Task What_comes_after_a_service_that_failed_is_started_all_the_same()
    {
        _made.With("bad", command: "fail 7").With("later", after: "bad").With("last", after: "later");

        await _made.RunAsync("up", "--detach");

        Assert.Equal("ended", await _made.StateAsync("bad"));
        Assert.Equal("healthy", await _made.StateAsync("later"));
        Assert.Equal("healthy", await _made.StateAsync("last"));
    }

    [Fact]
    public async Task A_program_that_complains_about_a_variable_is_helped_by_a_new_up_and_not_by_a_start()
    {
        _made.With("bad", command: "fail 2 \"PASS is wrong\"", compose: "environment: {PASS: \"${PASS:-}\"}");

        var up = await _made.RunAsync("up", "--detach");

        Assert.Contains(
            "Set PASS right, then type: ./benevoclic down, and ./benevoclic up",
            up.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_port_in_use_is_named_with_its_process_before_anything_starts()
    {
        _made.With("one").With("two");
        using var taken = new TcpListener(System.Net.IPAddress.Loopback, _made.Port("two"));
        taken.Start();

        var up = await _made.RunAsync("up", "--detach");

        Assert.Equal(1, up.ExitCode);
        Assert.Matches(
            $@"Nothing was started:\s+port {_made.Port("two")} \(two\) is used by .+ \(pid {Environment.ProcessId}\)",
            up.Error
        );
        Assert.Contains("BENEVOCLIC_PORTS__TWO=", up.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_made.In("state", "services")));
    }

    [Fact]
    public async Task A_lock_that_nobody_can_have_is_not_taken_for_another_up()
    {
        _made.With("one");
        Directory.CreateDirectory(_made.In("state"));
        // As on a disk that is full or read-only, opening it fails although nobody holds it.
        File.CreateSymbolicLink(_made.In("state", "up.lock"), "up.lock");

        var up = await _made.RunAsync("up");

        Assert.Equal(1, up.ExitCode);
        Assert.Contains(_made.In("state", "up.lock"), up.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("already up", up.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_up_is_refused_and_says_since_when()
    {
        _made.With("one");
        await _made.UpAsync();

        var second = await _made.RunAsync("up", "--detach");

        Assert.Equal(1, second.ExitCode);
        Assert.Matches(@"already up here, since \d\d:\d\d:\d\d \(pid \d+\)", second.Error);
        Assert.Equal("healthy", await _made.StateAsync("one"));
    }

    [Fact]
    public async Task Killing_the_run_leaves_no_process_behind_and_a_new_up_works()
    {
        _made.With("one").With("two", command: "serve 0.0.0.0:8080 deaf");
        await _made.UpAsync();
        var pids = await _made.PidsAsync();
        Assert.Equal(3, pids.Count);

        Cli.Local.Signals.Send(pids[0], Cli.Local.Signals.Kill);

        await MadeCheckout.GoneAsync(pids);
        await _made.UpAsync();
    }

    [Fact]
    public async Task A_program_that_cannot_be_had_is_no_failure_when_its_folder_says_so()
    {
        _made.With("one").With("rare", local: "program: unheard-of\n    missing: Get it from [somewhere].");

        var up = await _made.UpAsync();

        Assert.Contains("– not here  rare  Get it from [somewhere].", up.Output, StringComparison.Ordinal);
        Assert.Equal("unavailable", await _made.StateAsync("rare"));
    }

    [Fact]
    public async Task In_the_foreground_it_says_what_happens_and_a_signal_ends_it_in_order()
    {
        _made.With("one", ours: "events: /events").With("two", command: "serve 0.0.0.0:8080 slow", after: "one");
        using var up = _made.Start("up");
        var said = up.StandardOutput.ReadToEndAsync();
        await Eventually.TrueAsync(
            async () => (await _made.StatusAsync()).GetProperty("healthy").GetBoolean(),
            MadeCheckout.Limit,
            () => "healthy"
        );
        var pids = await _made.PidsAsync();

        Cli.Local.Signals.Send(up.Id, Cli.Local.Signals.Terminate);
        await up.WaitForExitAsync();

        Assert.Equal(0, up.ExitCode);
        // It takes longer than System.CommandLine would wait: nothing may end the command before its services.
        Assert.True(File.Exists(_made.In("state", "services", "two", "drained")));
        await MadeCheckout.GoneAsync(pids);
        Assert.Contains("something happened\n", await said, StringComparison.Ordinal);
        Assert.Contains("Stopping …\n", await said, StringComparison.Ordinal);
        Assert.EndsWith("\nEverything is stopped.\n", await said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signal_while_it_starts_ends_it_as_interrupted()
    {
        _made.With("one", command: "serve 0.0.0.0:8080 mute");
        using var up = _made.Start("up");
        await _made.BecomesAsync("one", "starting");

        Cli.Local.Signals.Send(up.Id, Cli.Local.Signals.Terminate);
        await up.WaitForExitAsync();

        Assert.Equal(130, up.ExitCode);
        Assert.Equal("stopped", await _made.StateAsync("one"));
    }

    [Theory]
    [InlineData("/dev/null/state")]
    [InlineData("/proc/state")]
    public async Task A_state_folder_that_cannot_be_is_an_error_and_no_stack_trace(string state)
    {
        _made.With("one");
        _made.Environment["BENEVOCLIC_STATE"] = state;

        var up = await _made.RunAsync("up", "--detach");

        Assert.Equal(1, up.ExitCode);
        Assert.Contains(state, up.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", up.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_without_dotnet_is_told_so_when_a_project_has_to_be_built()
    {
        _made.Write("src/Thing/Thing.csproj", "<Project/>");
        _made.With("one", local: "project: src/Thing");
        _made.Environment["PATH"] = _made.In("bin");

        var up = await _made.RunAsync("up", "--detach");

        Assert.Equal(1, up.ExitCode);
        Assert.Contains("dotnet cannot be started", up.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", up.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proxy_for_the_world_is_not_asked_about_this_machine()
    {
        _made.With("one");
        _made.Environment["http_proxy"] = _made.Environment["HTTP_PROXY"] = "http://127.0.0.1:1";

        await _made.UpAsync();
    }
}
