using System.CommandLine;
using Benevoclic.Cli.Backups;
using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Output;
using Benevoclic.Cli.Swarm;

namespace Benevoclic.Cli.Commands;

static class RestoreCommand
{
    public static Command Create(Func<Session> open)
    {
        var archive = new Argument<string>("archive")
        {
            Description =
                "Its path, its address s3://bucket/…, or the name of one in .benevoclic/backups; latest is the newest there",
        };
        var services = new Argument<string[]>("service")
        {
            Description = "Folders of stack/; all that are in the archive when none is named",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var host = HostOption.ForLocalVerb();
        var yes = new Option<bool>("--yes", "-y") { Description = "Do not ask; needed where nobody can answer" };
        var command = new Command("restore", "Give services the data of a backup in place of their own")
        {
            archive,
            services,
            host,
            yes,
        };
        command.SetAction(
            async (parsed, ct) =>
            {
                var session = open();
                var address = BackupAddress.OfBackup(parsed.GetValue(archive)!, session.State);
                using var place = address.Open(Checkout.ProcessEnvironment);
                var store = new BackupStore(place);
                var checkout = Checkout.Load(session.Root);
                var backup = await store.FindAsync(address.Name, ct);
                var all = BackupChoice.PutBack(checkout.Stack, backup, parsed.GetValue(services)!);
                session.Terminal.Line($"reading {backup.Archive} in {store.Words}");
                await store.VerifyAsync(backup, ct);
                var isWanted = (string where) =>
                    session.Terminal.Confirm(BackupView.Replaced(backup, all, where), parsed.GetValue(yes));
                var isDone = HostOption.Has(parsed, host)
                    ? await OnHostAsync(session, checkout, parsed.GetValue(host), backup, all, store, isWanted, ct)
                    : await HereAsync(session, backup, all, store, isWanted, ct);
                session.Terminal.Line(
                    isDone
                        ? $"Restored {string.Join(", ", all.Select(data => data.Service.Name))} from {backup.Name}."
                        : "Nothing was changed."
                );
                return (int)ExitCode.Done;
            }
        );
        return command;
    }

    static async Task<bool> OnHostAsync(
        Session session,
        Checkout checkout,
        string? named,
        BackupManifest backup,
        IReadOnlyList<ServiceData> all,
        BackupStore store,
        Func<string, bool> isWanted,
        CancellationToken ct
    )
    {
        await using var host = await HostSession.OpenAsync(checkout, named, ct, NotOnSwarm.Restore);
        if (!isWanted(host.Shell.Host))
        {
            return false;
        }
        var act = DeployAct.Begin(session.Time.GetUtcNow(), Checkout.ProcessEnvironment);
        await new HostRestore(host, backup, act, session.Time, Say(session)).RunAsync(all, store, ct);
        return true;
    }

    static async Task<bool> HereAsync(
        Session session,
        BackupManifest backup,
        IReadOnlyList<ServiceData> all,
        BackupStore store,
        Func<string, bool> isWanted,
        CancellationToken ct
    )
    {
        if (!isWanted($"this machine's run, in {session.State.Path}"))
        {
            return false;
        }
        await new LocalRestore(session.State, backup, Say(session)).RunAsync(all, store, ct);
        return true;
    }

    static Action<string> Say(Session session) =>
        text => session.Terminal.Line($"{StatusTable.Clock(session.Time.GetUtcNow())}  {text}");
}
