using System.CommandLine;
using Benevoclic.Cli.Output;
using Benevoclic.Cli.Servers;

namespace Benevoclic.Cli.Commands;

static class SetupCommand
{
    public static Command Create(Func<Session> open)
    {
        var host = HostOption.Create();
        var user = new Option<string?>("--user")
        {
            Description = "Who will deploy, when it is not the one who logs in now; is added where needed",
        };
        var command = new Command("setup", "Make a fresh Debian or Ubuntu server ready for deploys") { host, user };
        command.SetAction(
            async (parsed, ct) => (int)await RunAsync(open(), parsed.GetValue(host), parsed.GetValue(user), ct)
        );
        return command;
    }

    static async Task<ExitCode> RunAsync(Session session, string? named, string? user, CancellationToken ct)
    {
        var terminal = session.Terminal;
        var checkout = Checkout.Load(session.Root);
        var configured = checkout.Installation.Host.User;
        await using var host = await FirstMeeting.OpenAsync(checkout, named, key => IsRight(terminal, key), ct);
        var changes = await HostSetup.RunAsync(host, user ?? (configured.Length > 0 ? configured : "root"), ct);
        foreach (var change in changes)
        {
            terminal.Line($"~ {change}");
        }
        terminal.Line(
            changes.Count == 0
                ? $"{host.Shell.Host} was ready: nothing was changed."
                : $"{host.Shell.Host} is ready. Type: ./benevoclic preflight"
        );
        return ExitCode.Done;
    }

    static bool IsRight(Terminal terminal, string fingerprint)
    {
        if (!terminal.IsLive)
        {
            return false;
        }
        terminal.Line($"The server shows the host key {fingerprint}.");
        terminal.Line("On its console, `ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub` must print the same.");
        var isRight = terminal.Ask("Is it the same?");
        if (isRight)
        {
            terminal.Line(
                $"Write it down, so that every later command knows it: host.key in benevoclic.yaml, or VPS_HOST_KEY={fingerprint}"
            );
        }
        return isRight;
    }
}
