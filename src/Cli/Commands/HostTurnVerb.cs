using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Servers;

namespace Benevoclic.Cli.Commands;

/// <summary>`start`, `stop` and `restart` with `--host`.</summary>
static class HostTurnVerb
{
    public static async Task<ExitCode> RunAsync(
        Session session,
        string? named,
        string verb,
        string name,
        CancellationToken ct
    )
    {
        var checkout = Checkout.Load(session.Root);
        var service = checkout.Stack.Find(name);
        await using var host = await HostSession.OpenAsync(checkout, named, ct);
        // A deploy would take a container that we stop for one that fails.
        await using var held = await HostLock.TakeAsync(host, session.Time, $"{verb} {name}", ct);
        await Turning.RunAsync(host, verb, service, ct);
        session.Terminal.Line($"{(verb == "stop" ? "– stopped" : "✓ healthy")}  {name}  on {host.Shell.Host}");
        return ExitCode.Done;
    }
}
