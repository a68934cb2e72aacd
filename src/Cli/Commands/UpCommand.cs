using System.CommandLine;
using Benevoclic.Cli.Local;

namespace Benevoclic.Cli.Commands;

static class UpCommand
{
    public static Command Create(Func<Session> open)
    {
        var detach = new Option<bool>("--detach", "-d") { Description = "Run in the background" };
        var seed = new Option<bool>("--seed") { Description = "Fill an empty store with sample data first" };
        var asDetached = new Option<bool>(DetachedRun.Option) { Hidden = true };
        var command = new Command("up", "Run everything on this machine, without Docker") { detach, seed, asDetached };
        command.SetAction(
            async (parsed, ct) =>
            {
                var session = open();
                if (!parsed.GetValue(asDetached))
                {
                    await new LocalUp(session.Root, session.State, session.Terminal).PrepareAsync(ct);
                }
                if (parsed.GetValue(seed))
                {
                    await SeedCommand.TryAsync(session, ct);
                }
                return (int)await RunAsync(session, parsed.GetValue(detach), ct);
            }
        );
        return command;
    }

    static async Task<ExitCode> RunAsync(Session session, bool detach, CancellationToken ct)
    {
        var (root, state, terminal, time) = session;
        return detach
            ? await new DetachedRun(root, state, terminal, time).StartAsync(OwnWords, ct)
            : await new Run(root, state, terminal, time).RunAsync(ct);
    }

    /// <summary>How this program was started, to start it once more: by the runtime, or as a program of its own.</summary>
    static string[] OwnWords =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet"
            ?
            [
                Environment.ProcessPath!,
                Path.Combine(AppContext.BaseDirectory, $"{typeof(UpCommand).Assembly.GetName().Name}.dll"),
            ]
            : [Environment.ProcessPath!];
}
