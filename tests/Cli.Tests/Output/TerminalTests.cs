using Benevoclic.Cli.Local;
using Benevoclic.Cli.Output;
using Spectre.Console;
using Spectre.Console.Testing;

namespace Benevoclic.Cli.Tests.Output;

public sealed class TerminalTests : IDisposable
{
    const string Tricky = "[red]not markup[/] [/] {0} [[ ]] [link=x]";

    readonly TestConsole _output = new TestConsole().Width(200);
    readonly TestConsole _error = new TestConsole().Width(200);

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }

    Terminal Terminal => new(_output, _error);

    [Fact]
    public void Text_is_shown_as_it_is_and_never_read_as_markup()
    {
        Terminal.Line(Tricky, "green");
        Terminal.Show(new CommandException(ExitCode.Failed, Tricky, "next " + Tricky));

        Assert.Equal(Tricky + "\n", _output.Output);
        Assert.Equal($"{Tricky}\nnext {Tricky}\n", _error.Output);
    }

    [Fact]
    public void The_table_shows_names_and_reasons_as_they_are()
    {
        var at = DateTimeOffset.UnixEpoch;
        _output.Write(
            StatusTable.Of(
                RunReport.Of(
                    at,
                    1,
                    [
                        new ServiceStatus("[b]", ServiceState.Healthy, "http://localhost:1", at, 2),
                        new ServiceStatus("gone", ServiceState.Ended, "http://localhost:2", at, Detail: "[red]x[/]"),
                    ]
                )
            )
        );

        Assert.Contains("[b]", _output.Output, StringComparison.Ordinal);
        Assert.Contains("gone: [red]x[/]", _output.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { ServiceState.Healthy, ServiceState.Unavailable }, true, true)]
    [InlineData(new[] { ServiceState.Unavailable }, false, true)]
    [InlineData(new[] { ServiceState.Healthy, ServiceState.Stopped }, false, true)]
    [InlineData(new[] { ServiceState.Healthy, ServiceState.Unhealthy }, false, true)]
    [InlineData(new[] { ServiceState.Healthy, ServiceState.Waiting }, false, false)]
    [InlineData(new[] { ServiceState.Starting }, false, false)]
    [InlineData(new[] { ServiceState.Stopping }, false, false)]
    [InlineData(new ServiceState[0], false, true)]
    internal void A_run_is_healthy_when_all_that_can_run_is(ServiceState[] states, bool healthy, bool settled)
    {
        var report = RunReport.Of(null, null, [.. states.Select(state => new ServiceStatus("x", state, "", default))]);
        Assert.Equal((healthy, settled), (report.Healthy, report.IsSettled));
    }
}
