using System.Text;
using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Deploying.Judging;
using Benevoclic.Cli.Proofs;
using Benevoclic.Cli.Remote;
using Benevoclic.Cli.Tests.Proofs;

namespace Benevoclic.Cli.Tests.Deploying;

public sealed class ReadBackTests
{
    static readonly ActiveSource Prometheus = new(ActiveKind.Prometheus, "prometheus.yml", "/etc/it");

    readonly List<string> _said = [];

    [Fact]
    public async Task A_process_that_runs_its_release_is_believed_after_two_round_trips()
    {
        var shell = Running("after", "after");

        await ProveAsync(shell, Prometheus);

        Assert.Equal(2, shell.RoundTrips);
        Assert.Equal(
            "bash -s -- /opt/it it r1 8080 /etc/it /api/v1/status/config /api/v1/rules",
            shell.Asked[0].ToString()
        );
        Assert.Equal(["it: read back, it runs prometheus.yml and 5 rules in 2 groups"], _said);
    }

    [Fact]
    public async Task A_process_that_runs_the_old_configuration_although_the_files_are_new_fails_the_deploy()
    {
        var failure = await Assert.ThrowsAsync<DeployFailedException>(() =>
            ProveAsync(Running("after", "before"), Prometheus)
        );

        Assert.StartsWith(
            "read back: the process does not run what was put there\n  prometheus.yml ",
            failure.Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\n  rules/some.yml, group alerts, alert Added: is not active",
            failure.Message,
            StringComparison.Ordinal
        );
        Assert.Empty(_said);
    }

    [Fact]
    public async Task A_process_that_gives_no_answer_fails_the_deploy()
    {
        var shell = new ScriptedShell((_, _) => new CommandOutcome(73, "", "/api/v1/rules gives no answer\n"));

        var failure = await Assert.ThrowsAsync<DeployFailedException>(() => ProveAsync(shell, Prometheus));

        Assert.Equal("read back: /api/v1/rules gives no answer", failure.Message);
    }

    [Fact]
    public async Task A_service_that_cannot_tell_is_not_asked()
    {
        var shell = Running("after", "after");

        await ProveAsync(shell, null);

        Assert.Equal(0, shell.RoundTrips);
    }

    Task ProveAsync(ScriptedShell shell, ActiveSource? source)
    {
        var release = new Release(
            "r1",
            "it",
            "it:1",
            "definition",
            new Dictionary<string, string>(),
            new Dictionary<string, string>(),
            "marie",
            DateTimeOffset.UnixEpoch
        );
        var plan = new ServicePlan(
            AService.Named("it") with
            {
                Active = source,
            },
            Way.Reload,
            [],
            RenderedService.OnHost(release),
            release.Image,
            ServiceFacts.None
        );
        var host = new HostContext(shell, new HostFolder("/opt/it"), "", new Dictionary<string, int>())
        {
            Gate = TimeSpan.Zero,
        };
        return new ReadBack(host, _said.Add).ProveAsync(plan, release, TestContext.Current.CancellationToken);
    }

    static ScriptedShell Running(string files, string running) =>
        new(
            (i, command) =>
                new CommandOutcome(0, i == 0 ? Active(files, running) : Canonical(command.Words.Skip(6)), "")
        );

    static string Active(string files, string running) =>
        string.Join(
            '\n',
            [
                .. Captured.Files.Select(path => $"file\t{path}\t{Base64(Captured.Read(files, path))}"),
                "changed\t-\t1000.5",
                $"answer\t/api/v1/status/config\t{Base64(Captured.Read(running, "prometheus.config.json"))}",
                $"answer\t/api/v1/rules\t{Base64(Captured.Read(running, "prometheus.rules.json"))}",
                .. Captured
                    .Read(running, "prometheus.metrics.txt")
                    .Split('\n')
                    .Select(line => $"metric\t{line.Replace(' ', '\t')}"),
            ]
        );

    static string Canonical(IEnumerable<string> expressions) =>
        string.Concat(
            expressions.Select(expression =>
                $"canonical\t{Base64($"{{\"data\":{System.Text.Json.JsonSerializer.Serialize(Captured.Canonical[expression])}}}")}\n"
            )
        );

    static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
