using Benevoclic.Cli.Local;
using Spectre.Console;

namespace Benevoclic.Cli.Output;

/// <summary>Shows services on their way up: a moving table for a person, one line per change for a file.</summary>
sealed class StartView(Terminal terminal, TimeProvider time)
{
    static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(150);

    /// <param name="report">Asks for the state of things; null when it cannot be had right now.</param>
    /// <param name="isOver">Ends the view.</param>
    /// <param name="ct">Ends the view at once.</param>
    public async Task FollowAsync(Func<Task<RunReport?>> report, Func<RunReport, bool> isOver, CancellationToken ct)
    {
        if (terminal.IsLive)
        {
            await terminal
                .Output.Live(new Text(""))
                .StartAsync(live => LoopAsync(report, isOver, table => live.UpdateTarget(StatusTable.Of(table)), ct));
        }
        else
        {
            var seen = new Dictionary<string, ServiceState>();
            await LoopAsync(report, isOver, current => Changes(current, seen), ct);
        }
    }

    async Task LoopAsync(
        Func<Task<RunReport?>> report,
        Func<RunReport, bool> isOver,
        Action<RunReport> show,
        CancellationToken ct
    )
    {
        while (true)
        {
            var current = await report();
            if (current is not null)
            {
                show(current);
                if (isOver(current))
                {
                    return;
                }
            }
            await Task.Delay(Refresh, time, ct);
        }
    }

    void Changes(RunReport report, Dictionary<string, ServiceState> seen)
    {
        foreach (
            var service in report.Services.Where(service =>
                seen.GetValueOrDefault(service.Name, (ServiceState)(-1)) != service.State
            )
        )
        {
            seen[service.Name] = service.State;
            if (service.State is not (ServiceState.Waiting or ServiceState.Starting or ServiceState.Stopping))
            {
                var why = service.Detail is null ? service.Address : service.Detail;
                terminal.Line($"{StatusTable.Words(service.State)}  {service.Name}  {why}");
            }
        }
    }
}
