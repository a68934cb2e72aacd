using Benevoclic.Cli.Config;
using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Deploying.Announcing;
using Benevoclic.Cli.Deploying.Judging;
using Benevoclic.Cli.Deploying.Receipts;
using Benevoclic.Cli.Remote;

namespace Benevoclic.Cli.Tests.Deploying;

public sealed class DeploymentTests
{
    static readonly CommandOutcome Good = new(0, "", "");

    [Fact]
    public async Task A_release_that_is_refused_while_it_is_staged_is_not_told_as_begun()
    {
        var shell = new ScriptedShell((_, command) => Is(command, "staged") ? Good with { ExitCode = 65 } : Good);

        await Assert.ThrowsAsync<DeployFailedException>(() => DeployAsync(shell, CancellationToken.None));

        Assert.DoesNotContain(shell.Asked, command => Is(command, "\"state\":\"started\""));
    }

    [Fact]
    public async Task What_the_host_has_committed_stays_when_it_is_broken_off_in_that_moment()
    {
        using var person = new CancellationTokenSource();
        var shell = new ScriptedShell(
            (_, command) =>
            {
                if (Is(command, "\"state\":\"committed\""))
                {
                    person.Cancel();
                }
                return Good;
            }
        );

        var release = await DeployAsync(shell, person.Token);

        Assert.Equal("node-exporter", release.Service);
        Assert.DoesNotContain(shell.Asked, command => Is(command, "undo.words"));
    }

    static async Task<Release> DeployAsync(ScriptedShell shell, CancellationToken ct)
    {
        var folder = new HostFolder("/opt/it");
        await using var announcer = new Announcer(shell, folder, AService.Named("relay"));
        var context = new HostContext(shell, folder, "key", new Dictionary<string, int>())
        {
            Gate = TimeSpan.FromSeconds(1),
            Announcer = announcer,
        };
        var deployment = new Deployment(
            new ServicePlan(AService.Named("node-exporter"), Way.Recreate, [], Wanted, "dummy:1", ServiceFacts.None),
            context,
            new DeployAct("d1", "zoe", null, null),
            TimeProvider.System,
            _ => { },
            new ReceiptDraft(null, TimeProvider.System)
        );
        var watch = new Watch(shell, folder, TimeSpan.Zero, WatchLimits.Default, TimeProvider.System);
        return await deployment.RunAsync(watch, ct);
    }

    static RenderedService Wanted =>
        new(
            "0123abcd",
            _ => "services: {}",
            new Dictionary<string, byte[]>(),
            null,
            new Dictionary<string, string>(),
            new Dictionary<string, Secret>(),
            []
        );

    static bool Is(RemoteCommand command, string word) =>
        command.Words.Any(one => one.Contains(word, StringComparison.Ordinal));
}
