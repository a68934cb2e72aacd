using System.CommandLine;
using Benevoclic.Cli.Local;

namespace Benevoclic.Cli.Commands;

/// <summary>`seed`: something to look at on a developer's machine.</summary>
static class SeedCommand
{
    static readonly string[] Words = ["seed"];

    public static Command Create(Func<Session> open)
    {
        var command = new Command(
            "seed",
            "Fill the empty store of this machine with sample data: associations, volunteers, 200 announcements around today"
        );
        command.SetAction(
            async (_, ct) =>
            {
                var session = open();
                session.Terminal.Line(await RunAsync(session, ct));
                return (int)ExitCode.Done;
            }
        );
        return command;
    }

    /// <summary>For `up --seed`: a store that is not empty is not a reason to stay down.</summary>
    public static async Task TryAsync(Session session, CancellationToken ct)
    {
        try
        {
            session.Terminal.Line(await RunAsync(session, ct));
        }
        catch (CommandException refusal)
        {
            session.Terminal.Line(refusal.Message);
        }
    }

    static async Task<string> RunAsync(Session session, CancellationToken ct) =>
        await (await ApiProgram.PrepareAsync(session, ct)).RunAsync(Words, ct);
}
