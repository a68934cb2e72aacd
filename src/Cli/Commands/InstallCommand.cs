using System.CommandLine;
using Benevoclic.Cli.Install;

namespace Benevoclic.Cli.Commands;

static class InstallCommand
{
    public static Command Create(Func<Session> open)
    {
        var command = new Command(
            "install",
            "Install the programs that up needs and that are missing here (up does it too)"
        );
        command.SetAction(async (_, ct) => (int)await RunAsync(open(), ct));
        return command;
    }

    static async Task<ExitCode> RunAsync(Session session, CancellationToken ct)
    {
        await new MissingPrograms(session.Terminal).InstallAsync(Checkout.Load(session.Root).Stack, ct);
        session.Terminal.Line("Every program that can be installed is here.");
        return ExitCode.Done;
    }
}
