using System.CommandLine;
using System.Globalization;
using Benevoclic.Cli.Deploying;

namespace Benevoclic.Cli.Commands;

static class JournalCommand
{
    public static Command Create(Func<Session> open)
    {
        var host = HostOption.Create();
        var command = new Command("journal", "Show what deploys did on the host, state by state") { host };
        command.SetAction(async (parsed, ct) => (int)await RunAsync(open(), parsed.GetValue(host), ct));
        return command;
    }

    static async Task<ExitCode> RunAsync(Session session, string? named, CancellationToken ct)
    {
        var checkout = Checkout.Load(session.Root);
        await using var host = await HostSession.OpenAsync(checkout, named, ct);
        foreach (var entry in (await host.FactsAsync(ct)).Journal)
        {
            session.Terminal.Line(Line(entry));
        }
        return ExitCode.Done;
    }

    static string Line(JournalEntry entry) =>
        string.Create(
                CultureInfo.InvariantCulture,
                $"{entry.At:yyyy-MM-dd HH:mm:ss}  {entry.Service, -14} {entry.Release}  {entry.State.ToString().ToLowerInvariant(), -10} {(entry.IsFinal ? entry.Origin : entry.By)}  {entry.Note}{entry.Receipt}"
            )
            .TrimEnd();
}
