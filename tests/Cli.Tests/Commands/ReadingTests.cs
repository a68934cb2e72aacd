using System.Text.Json;

namespace Benevoclic.Cli.Tests.Commands;

/// <summary>The commands that change nothing: status, logs, check, and words that are none.</summary>
public sealed class ReadingTests : IAsyncDisposable
{
    readonly MadeCheckout _made = new();

    public ValueTask DisposeAsync() => _made.DisposeAsync();

    [Fact]
    public async Task Status_as_JSON_has_this_shape()
    {
        _made.With("one").With("rare", local: "program: unheard-of\n    missing: Not here.");
        await _made.UpAsync();

        var status = await _made.StatusAsync();

        Assert.Equal(["healthy", "since", "pid", "services"], Names(status));
        Assert.Equal(["name", "state", "address", "since", "pid"], Names(await _made.StatusAsync("one")));
        Assert.Equal(["name", "state", "address", "since", "detail"], Names(await _made.StatusAsync("rare")));
        Assert.True(status.GetProperty("since").TryGetDateTimeOffset(out _));
        Assert.Equal(
            $"http://localhost:{_made.Port("one")}",
            (await _made.StatusAsync("one")).GetProperty("address").GetString()
        );
    }

    [Fact]
    public async Task Status_without_a_run_lists_what_could_run_and_fails()
    {
        var status = await _made.With("one").RunAsync("status");
        var json = await _made.RunAsync("status", "--json");

        Assert.Equal((1, 1), (status.ExitCode, json.ExitCode));
        Assert.Contains("Nothing is running. Type: ./benevoclic up", status.Output, StringComparison.Ordinal);
        Assert.Equal(["healthy", "services"], Names(JsonDocument.Parse(json.Output).RootElement));
    }

    [Fact]
    public async Task A_release_to_go_back_to_needs_its_service()
    {
        var result = await _made.With("one").RunAsync("rollback", "--to", "20261122-175904-3f2a");

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("--to needs a SERVICE", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("65536")]
    [InlineData("http")]
    public async Task A_port_that_is_none_is_wrong_usage(string port)
    {
        var result = await _made.With("one").RunAsync("open", "one", "--port", port);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(
            $"--port should be a number from 1 to 65535, found \"{port}\"",
            result.Error,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("2")]
    [InlineData("all")]
    public async Task A_prune_that_would_leave_less_than_three_good_releases_is_wrong_usage(string keep)
    {
        var result = await _made.With("one").RunAsync("prune", "--keep", keep);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(
            $"--keep should be a number between 3 and 100, found \"{keep}\"",
            result.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Piped_output_has_no_escape_sequences()
    {
        _made.With("one");
        await _made.UpAsync();

        var status = await _made.RunAsync("status");

        Assert.DoesNotContain('\u001b', status.Output);
        Assert.Contains("✓ healthy", status.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logs_are_merged_and_limited()
    {
        _made.With("one").With("two-longer", after: "one");
        await _made.UpAsync();

        var all = await _made.RunAsync("logs");
        var last = await _made.RunAsync("logs", "-n", "1");
        var one = await _made.RunAsync("logs", "one", "--lines", "5");

        Assert.Matches(
            @"^\d\d:\d\d:\d\d  one         listening on .+\n\d\d:\d\d:\d\d  two-longer  listening on .+\n$",
            all.Output
        );
        Assert.Matches(@"^\d\d:\d\d:\d\d  two-longer  listening on .+\n$", last.Output);
        Assert.Matches(@"^\d\d:\d\d:\d\d  one  listening on .+\n$", one.Output);
    }

    [Fact]
    public async Task Logs_go_on_with_what_comes_until_a_signal()
    {
        _made.With("one");
        await _made.UpAsync();
        using var logs = _made.Start("logs", "-f");
        Assert.Contains("listening", await logs.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);

        await _made.RunAsync("restart", "one");

        Assert.Contains("listening", await logs.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);
        Cli.Local.Signals.Send(logs.Id, 2);
        await logs.WaitForExitAsync();
        Assert.Equal(0, logs.ExitCode);
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("many")]
    public async Task A_number_of_lines_that_is_none_is_wrong_usage(string lines)
    {
        var logs = await _made.With("one").RunAsync("logs", $"--lines={lines}");

        Assert.Equal(2, logs.ExitCode);
        Assert.Contains(
            $"--lines should be a number from 0 on, found \"{lines}\"",
            logs.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Check_shows_what_is_good()
    {
        _made.With("one", ours: "check: [\"sh -c 'exit 0'\"]");
        var check = await _made.RunAsync("check");

        Assert.Equal(0, check.ExitCode);
        Assert.Equal("✓ stack/one: sh -c exit 0\nbenevoclic.yaml and 1 services are good.\n", check.Output);
    }

    [Fact]
    public async Task Check_leaves_to_the_deploy_what_only_an_image_can_judge()
    {
        _made.With("one");
        _made.Write(
            "stack/door/compose.yaml",
            "services: {door: {image: \"door:1\"}}\nx-benevoclic: {port: 1, probe: /, check: [unheard-of --file x]}"
        );
        var check = await _made.RunAsync("check");

        Assert.Equal(0, check.ExitCode);
        Assert.StartsWith(
            "- stack/door: unheard-of --file x: not checked here, unheard-of is not installed; a deploy asks the one in the image\n",
            check.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Check_and_up_name_every_problem_at_once()
    {
        _made.With("one", ours: "check: [\"sh -c 'echo broken [x]; exit 3'\", unheard-of]");
        Directory.CreateDirectory(_made.In("stack", "empty"));
        _made.Write("benevoclic.yaml", "locale: de\nprots: {}\n");

        var check = await _made.RunAsync("check");
        var up = await _made.RunAsync("up");

        Assert.Equal((2, 2), (check.ExitCode, up.ExitCode));
        Assert.Equal(
            """
            5 problems found:
              stack/empty: has no compose.yaml; a service is a folder with a compose file
              benevoclic.yaml:1 locale: should be one of fr, en, found "de"
              benevoclic.yaml:2 prots: is not a key here; did you mean ports?
              stack/one: sh -c echo broken [x]; exit 3: exit code 3
                  broken [x]
              stack/one: unheard-of: could not be checked, unheard-of is not installed

            """,
            check.Error
        );
        Assert.StartsWith("3 problems found:\n  stack/empty", up.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stats", "./benevoclic has no command \"stats\": did you mean status?")]
    [InlineData("dance", "./benevoclic has no command \"dance\": known are admin, alerts, ")]
    [InlineData("status --jsn", "./benevoclic status has no option \"--jsn\": did you mean --json?")]
    [InlineData("up --as-detche", "./benevoclic up has no option \"--as-detche\": known are --detach")]
    [InlineData("deploy --yess", "./benevoclic deploy has no option \"--yess\": did you mean --yes?")]
    [InlineData("rollback one --ot r1", "./benevoclic rollback has no option \"--ot\": did you mean --to?")]
    [InlineData("cluster jion", "./benevoclic cluster has no command \"jion\": did you mean join?")]
    [InlineData("cluster join", "./benevoclic cluster join needs HOST: ")]
    [InlineData("cluster join x --role boss", "--role should be one of auto, manager, worker, found \"boss\"")]
    [InlineData("drill flood", "FAULT should be one of server-down, ")]
    [InlineData("admin create marie", "EMAIL should be an address such as marie@example.org, found \"marie\"")]
    [InlineData("start", "./benevoclic start needs SERVICE: ")]
    [InlineData("lock", "./benevoclic lock needs --reason: ")]
    [InlineData("lock --reason", "--reason needs a value: ")]
    [InlineData("status it's", "./benevoclic status can do nothing with \"it's\"")]
    [InlineData(
        "cluster",
        "./benevoclic cluster needs one of its commands:\n  ./benevoclic cluster init\n  ./benevoclic cluster join HOST\n"
    )]
    [InlineData("admin", "  ./benevoclic admin create EMAIL\n")]
    [InlineData("", "./benevoclic needs one of its commands: up, down, status, ")]
    public async Task Wrong_usage_says_what_is_known_and_how_to_get_help(string words, string says)
    {
        var result = await _made.With("one").RunAsync(words.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(says, result.Error, StringComparison.Ordinal);
        Assert.Contains("--help", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task Outside_the_repository_it_says_where_to_type_it()
    {
        _made.Environment["BENEVOCLIC_ROOT"] = "";
        var result = await Shell.RunAsync(
            "/",
            _made.Environment,
            Path.Combine(AppContext.BaseDirectory, "benevoclic"),
            "status"
        );

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(
            "There is no benevoclic.yaml here or in any folder above.",
            result.Error,
            StringComparison.Ordinal
        );
    }

    static List<string> Names(JsonElement json) => [.. json.EnumerateObject().Select(property => property.Name)];
}
