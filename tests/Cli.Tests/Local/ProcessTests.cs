using System.Net;
using System.Net.Sockets;
using Benevoclic.Cli.Local;
using Microsoft.Extensions.Time.Testing;

namespace Benevoclic.Cli.Tests.Local;

/// <summary>With real processes: a shell each.</summary>
public sealed class ProcessTests : IDisposable
{
    static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    readonly TemporaryFolder _folder = new();
    readonly Spawner _spawner = new();
    readonly LogFile _log;

    public ProcessTests() => _log = new LogFile(_folder.In("one.log"), TimeProvider.System);

    public void Dispose()
    {
        _log.Dispose();
        _folder.Dispose();
    }

    LocalProcess Sh(string script) =>
        new("/bin/sh", ["-c", script], new Dictionary<string, string> { ["WORD"] = "x y" }, _folder.Path);

    Task<Child> StartAsync(string script) => Child.StartAsync(_spawner, Sh(script), _log);

    IEnumerable<string> Logged => LogReader.Last(_log.Path, 100).Lines.Select(line => line.Text);

    Task SaysAsync(string line) =>
        Eventually.TrueAsync(() => Logged.Contains(line), MadeCheckout.Limit, () => string.Join('\n', Logged));

    [Theory]
    [InlineData("exit 0", 0)]
    [InlineData("exit 7", 7)]
    [InlineData("kill -9 $$", 137)]
    [InlineData("kill -15 $$", 143)]
    [InlineData("exec /no/such/program", 127)]
    public async Task Its_end_is_an_exit_code_or_128_and_the_signal(string script, int expected)
    {
        using var child = await StartAsync(script);
        Assert.Equal(expected, await child.Ended.WaitAsync(MadeCheckout.Limit));
    }

    [Fact]
    public async Task Both_its_outputs_go_to_the_log_with_the_last_line_and_nothing_comes_in()
    {
        using var child = await StartAsync("cat; pwd; echo \"$WORD\" >&2; printf 'no end'");
        await child.Ended.WaitAsync(MadeCheckout.Limit);
        Assert.Equal([_folder.Path, "no end", "x y"], Logged.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task It_may_end_by_itself_when_it_is_asked_to()
    {
        using var child = await StartAsync("trap 'echo bye; exit 3' TERM; echo ready; while :; do sleep 0.05; done");
        await SaysAsync("ready");

        await child.StopAsync(Long);

        Assert.Equal(3, await child.Ended);
        Assert.Contains("bye", Logged);
    }

    [Fact]
    public async Task It_is_killed_when_it_does_not()
    {
        using var child = await StartAsync("trap '' TERM; echo ready; while :; do sleep 0.05; done");
        await SaysAsync("ready");

        await child.StopAsync(TimeSpan.FromMilliseconds(200));

        Assert.Equal(137, await child.Ended);
    }

    [Fact]
    public async Task A_helper_does_not_outlive_it()
    {
        using var child = await StartAsync("sleep 1000 & echo $!; exit 0");
        Assert.Equal(0, await child.Ended.WaitAsync(MadeCheckout.Limit));
        await SaysAsync(Logged.First());
        await MadeCheckout.GoneAsync([int.Parse(Logged.First(), System.Globalization.CultureInfo.InvariantCulture)]);
    }

    [Fact]
    public async Task A_helper_that_went_away_and_holds_the_pipe_does_not_make_it_look_alive()
    {
        using var child = await StartAsync("setsid sh -c 'echo $$; exec sleep 1000' & sleep 0.3; exit 4");
        try
        {
            Assert.Equal(4, await child.Ended.WaitAsync(MadeCheckout.Limit));
        }
        finally
        {
            Signals.Send(int.Parse(Logged.First(), System.Globalization.CultureInfo.InvariantCulture), Signals.Kill);
        }
    }

    [Fact]
    public async Task Stopping_what_has_ended_is_no_error()
    {
        using var child = await StartAsync("exit 5");
        await child.Ended.WaitAsync(MadeCheckout.Limit);
        await child.StopAsync(Long);
        child.Kill();
        Assert.Equal(5, await child.Ended);
    }

    [Fact]
    public void A_listener_is_found_with_its_process()
    {
        using var listener = new TcpListener(IPAddress.Loopback, Ports.Next());
        using var six = new TcpListener(IPAddress.IPv6Loopback, Ports.Next());
        listener.Start();
        six.Start();
        var (port, port6, free) = (
            ((IPEndPoint)listener.LocalEndpoint).Port,
            ((IPEndPoint)six.LocalEndpoint).Port,
            Ports.Next()
        );

        var found = Listeners.Find([port, port6, free]);

        Assert.Equal(new[] { port, port6 }.Order(), found.Keys.Order());
        Assert.All(
            found.Values,
            holder => Assert.EndsWith($"(pid {Environment.ProcessId})", holder, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_service_that_never_answers_is_left_running_and_said_to_be_unhealthy()
    {
        var time = new FakeTimeProvider();
        var said = new List<string>();
        using var http = new HttpClient();
        var state = new StateFolder(_folder.Path);
        state.Create();
        using var service = new RunningService("one", state, _spawner, time, (_, text, _) => said.Add(text));
        var starting = service.StartAsync(
            AService.Named("one"),
            _ => Task.FromResult(Sh("echo here I am; exec sleep 1000")),
            new Probe(http, $"http://127.0.0.1:{Ports.Next()}", "/health"),
            "http://localhost:1",
            CancellationToken.None
        );

        await Eventually.TrueAsync(
            () =>
            {
                time.Advance(TimeSpan.FromSeconds(1));
                return starting.IsCompleted;
            },
            MadeCheckout.Limit,
            () => "given up"
        );

        var thrown = await Assert.ThrowsAsync<CommandException>(() => starting);
        Assert.Contains("did not answer within 30 s", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("./benevoclic logs one", thrown.Next, StringComparison.Ordinal);
        Assert.Equal(ServiceState.Unhealthy, service.Status.State);
        Assert.True(MadeCheckout.Runs(service.Status.Pid!.Value));
        await service.StopAsync();
        Assert.Equal((ServiceState.Stopped, null), (service.Status.State, service.Status.Pid));
        Assert.Empty(said);
    }

    [Fact]
    public async Task A_stop_does_not_wait_for_a_start()
    {
        using var http = new HttpClient();
        var state = new StateFolder(_folder.Path);
        state.Create();
        using var service = new RunningService("one", state, _spawner, TimeProvider.System, (_, _, _) => { });
        var starting = service.StartAsync(
            AService.Named("one"),
            _ => Task.FromResult(Sh("exec sleep 1000")),
            new Probe(http, $"http://127.0.0.1:{Ports.Next()}", "/health"),
            "",
            CancellationToken.None
        );
        await Eventually.TrueAsync(() => service.Status.Pid is not null, MadeCheckout.Limit, () => "started");

        await service.StopAsync();

        var thrown = await Assert.ThrowsAsync<CommandException>(() => starting);
        Assert.Equal("one was stopped before it was healthy.", thrown.Message);
        Assert.Equal(ServiceState.Stopped, service.Status.State);
    }
}
