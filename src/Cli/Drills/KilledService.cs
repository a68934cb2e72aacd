using Benevoclic.Cli.Alerts;
using Benevoclic.Cli.Local;

namespace Benevoclic.Cli.Drills;

/// <summary>A service is killed, as by the kernel.</summary>
sealed class KilledService(Session session, Monitoring monitoring, string service) : Mishap
{
    public override string Made => $"{service} is killed";

    public override string Mended => $"{service} runs again";

    public override async Task<IReadOnlyList<string>> WordsAsync(CancellationToken ct)
    {
        if (monitoring.Host is not null)
        {
            return ["container", $"benevoclic-{service}"];
        }
        var report = await session.Control.StatusAsync(ct);
        var pid = report
            ?.Services.FirstOrDefault(one => one is { State: ServiceState.Healthy } && one.Name == service)
            ?.Pid;
        return pid is null
            ? throw new CommandException(
                ExitCode.Failed,
                $"{service} does not run here.",
                $"Type: ./benevoclic start {service}"
            )
            : ["process", $"{pid}", Path.Combine(session.Root, "benevoclic"), service];
    }
}
