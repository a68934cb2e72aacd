using System.CommandLine;
using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Servers;

namespace Benevoclic.Cli.Commands;

/// <summary>`lock` and `unlock`: nobody deploys during an incident.</summary>
static class LockCommand
{
    public static IEnumerable<Command> Create(Func<Session> open) => [Lock(open), Unlock(open)];

    static Command Lock(Func<Session> open)
    {
        var host = HostOption.Create();
        var reason = new Option<string>("--reason", "-r")
        {
            Description = "Why; whoever is refused reads it",
            Required = true,
        };
        reason.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
            {
                result.AddError("--reason should say why, found nothing");
            }
        });
        var command = new Command("lock", "Forbid deploys to the host, as during an incident") { reason, host };
        command.SetAction(
            async (parsed, ct) => (int)await LockAsync(open(), parsed.GetValue(reason)!, parsed.GetValue(host), ct)
        );
        return command;
    }

    static Command Unlock(Func<Session> open)
    {
        var host = HostOption.Create();
        var command = new Command("unlock", "Allow deploys again") { host };
        command.SetAction(async (parsed, ct) => (int)await UnlockAsync(open(), parsed.GetValue(host), ct));
        return command;
    }

    static async Task<ExitCode> LockAsync(Session session, string reason, string? named, CancellationToken ct)
    {
        var act = DeployAct.Begin(session.Time.GetUtcNow(), Checkout.ProcessEnvironment);
        await using var host = await HostSession.OpenAsync(Checkout.Load(session.Root), named, ct);
        var holder = new LockHolder(act.By, session.Time.GetUtcNow(), reason.Trim(), act.Run);
        var isBusy = await Freeze.BeginAsync(host, holder, ct);
        session.Terminal.Line($"Nobody deploys to {host.Shell.Host} until: ./benevoclic unlock");
        if (isBusy)
        {
            session.Terminal.Line("A deploy had begun before and goes on to its end.", "yellow");
        }
        return ExitCode.Done;
    }

    static async Task<ExitCode> UnlockAsync(Session session, string? named, CancellationToken ct)
    {
        await using var host = await HostSession.OpenAsync(Checkout.Load(session.Root), named, ct);
        var frozen = await Freeze.EndAsync(host, ct);
        session.Terminal.Line(
            frozen is null
                ? $"Deploys to {host.Shell.Host} were not frozen."
                : $"Deploys to {host.Shell.Host} are allowed again; they were {Output.DeploysNote.Words(frozen)}"
        );
        return ExitCode.Done;
    }
}
