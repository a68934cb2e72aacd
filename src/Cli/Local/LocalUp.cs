using Benevoclic.Cli.Install;
using Benevoclic.Cli.Output;

namespace Benevoclic.Cli.Local;

/// <summary>Everything that must be true before the first service starts.</summary>
sealed class LocalUp(string root, StateFolder state, Terminal terminal)
{
    /// <exception cref="CommandException">The first thing that stands in the way, with what to type.</exception>
    public async Task PrepareAsync(CancellationToken ct)
    {
        var checkout = Checkout.Load(root);
        RefuseSecond();
        await new MissingPrograms(terminal).InstallAsync(checkout.Stack, ct);
        await TakenPorts.RefuseAsync(
            [.. checkout.Stack.Services.Where(service => Launch.WhyNot(service) is null)],
            checkout.Installation,
            TimeProvider.System,
            ct
        );
        await BuildAsync(checkout, ct);
    }

    void RefuseSecond()
    {
        if (UpLock.Holder(state) is { } holder)
        {
            throw AlreadyUp(holder);
        }
    }

    public static CommandException AlreadyUp(RunInfo holder) =>
        new(
            ExitCode.Failed,
            $"Benevoclic is already up here, since {StatusTable.Clock(holder.Since)} (pid {holder.Pid}).",
            "Type: ./benevoclic status, or ./benevoclic down to end it. Another copy needs its own BENEVOCLIC_STATE and ports."
        );

    async Task BuildAsync(Checkout checkout, CancellationToken ct)
    {
        var projects = checkout
            .Stack.Services.Select(service => service.Local is { } local ? Launch.ProjectOf(local) : null)
            .OfType<string>()
            .Distinct();
        foreach (
            var project in projects
                .Select(path => (path, build: new ProjectBuild(root, path)))
                .Where(project => project.build.IsStale)
        )
        {
            terminal.Line($"Building {project.path} …");
            await project.build.RunAsync(ct);
        }
    }
}
