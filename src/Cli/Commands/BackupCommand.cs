using System.CommandLine;
using Benevoclic.Cli.Backups;
using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Output;
using Benevoclic.Cli.Stack;
using Benevoclic.Cli.Swarm;

namespace Benevoclic.Cli.Commands;

static class BackupCommand
{
    const int KeepAll = 0;

    public static Command Create(Func<Session> open)
    {
        var services = HostOption.Services();
        var to = new Option<string?>("--to")
        {
            Description = "A folder of this machine, or s3://bucket/prefix; .benevoclic/backups unless named",
        };
        var keep = NumberOption.Create(
            "--keep",
            KeepAll,
            1000,
            KeepAll,
            "Then remove older ones of which so many newer ones hold all; 0 removes none"
        );
        var list = new Option<bool>("--list") { Description = "Show what is there, and save nothing" };
        var host = HostOption.ForLocalVerb();
        var command = new Command("backup", "Save the services' data as one archive and its manifest")
        {
            services,
            to,
            keep,
            list,
            host,
        };
        command.SetAction(
            async (parsed, ct) =>
            {
                var session = open();
                using var place = BackupAddress
                    .OfPlace(parsed.GetValue(to), session.State)
                    .Open(Checkout.ProcessEnvironment);
                var store = new BackupStore(place);
                return (int)
                    await (
                        parsed.GetValue(list)
                            ? ListAsync(session, store, ct)
                            : RunAsync(
                                session,
                                store,
                                parsed.GetValue(services)!,
                                parsed.GetValue(keep),
                                HostOption.Has(parsed, host),
                                parsed.GetValue(host),
                                ct
                            )
                    );
            }
        );
        return command;
    }

    static async Task<ExitCode> ListAsync(Session session, BackupStore store, CancellationToken ct)
    {
        var found = await store.ListAsync(ct);
        foreach (var backup in found)
        {
            session.Terminal.Line(BackupView.Line(backup));
        }
        if (found.Count == 0)
        {
            session.Terminal.Line($"There is no backup in {store.Words}. Make one with: ./benevoclic backup");
        }
        return ExitCode.Done;
    }

    static async Task<ExitCode> RunAsync(
        Session session,
        BackupStore store,
        string[] names,
        int keep,
        bool onHost,
        string? named,
        CancellationToken ct
    )
    {
        var checkout = Checkout.Load(session.Root);
        var services = BackupChoice.Saved(checkout.Stack, names);
        var act = DeployAct.Begin(session.Time.GetUtcNow(), Checkout.ProcessEnvironment);
        var backup = onHost
            ? await SaveHostAsync(session, checkout, services, names.Length > 0, store, named, act, ct)
            : await new LocalBackup(session.State, act, session.Time, Say(session)).RunAsync(services, store, ct);
        foreach (var line in BackupView.Saved(backup, store.Words))
        {
            session.Terminal.Line(line);
        }
        await RemoveOldAsync(session, store, keep, ct);
        return ExitCode.Done;
    }

    static async Task<BackupManifest> SaveHostAsync(
        Session session,
        Checkout checkout,
        IReadOnlyList<Service> services,
        bool areNamed,
        BackupStore store,
        string? named,
        DeployAct act,
        CancellationToken ct
    )
    {
        await using var host = await HostSession.OpenAsync(checkout, named, ct, NotOnSwarm.Backup);
        return await new HostBackup(host, act, session.Time, Say(session)).RunAsync(services, areNamed, store, ct);
    }

    static async Task RemoveOldAsync(Session session, BackupStore store, int keep, CancellationToken ct)
    {
        var old = keep == KeepAll ? [] : BackupChoice.Old(await store.ListAsync(ct), keep);
        foreach (var backup in old)
        {
            await store.RemoveAsync(backup, ct);
            session.Terminal.Line($"  - {backup.Name}: removed, {keep} newer ones hold all of it");
        }
    }

    static Action<string> Say(Session session) =>
        text => session.Terminal.Line($"{StatusTable.Clock(session.Time.GetUtcNow())}  {text}");
}
