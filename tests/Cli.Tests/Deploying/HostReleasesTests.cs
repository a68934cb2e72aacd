using System.Text.Json;
using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Deploying.Receipts;
using Benevoclic.Cli.Remote;

namespace Benevoclic.Cli.Tests.Deploying;

public sealed class HostReleasesTests
{
    [Theory]
    [InlineData("", false)]
    [InlineData("committed", true)]
    [InlineData("committed committed", true)]
    [InlineData("undone", false)]
    [InlineData("committed undone", false)]
    [InlineData("stuck", false)]
    public void A_release_is_good_when_it_was_committed_and_never_undone(string states, bool isGood)
    {
        var release = AHost.Release("api", "r1");
        var verdicts = states
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(state => AHost.Verdict("1", "api", "r1", Enum.Parse<DeployState>(state, ignoreCase: true)));

        var onHost = new HostReleases([release], [.. verdicts, AHost.Verdict("1", "relay", "r1", DeployState.Undone)]);

        Assert.Equal(isGood, onHost.IsGood(release));
    }

    [Fact]
    public void The_receipt_of_a_release_is_its_own_last_one()
    {
        var receipt = Receipt.Unseen(new Dictionary<string, double> { ["staged"] = 1 });
        var committed = AHost.Verdict("1", "api", "r1", DeployState.Committed);

        var onHost = new HostReleases(
            [],
            [
                committed with
                {
                    Receipt = receipt,
                },
                committed,
                committed with
                {
                    Service = "relay",
                    Receipt = receipt with { Probes = 1 },
                },
            ]
        );

        Assert.Same(receipt, onHost.ReceiptOf(AHost.Release("api", "r1")));
        Assert.Null(onHost.ReceiptOf(AHost.Release("api", "r2")));
    }

    [Theory]
    [InlineData(null, null, "marie")]
    [InlineData("a1b2", null, "marie  a1b2")]
    [InlineData("a1b2c3d4e5", "https://code.example.org/runs/7", "marie  a1b2c3d  https://code.example.org/runs/7")]
    public void An_entry_says_who_from_which_commit_and_run(string? commit, string? run, string expected) =>
        Assert.Equal(
            expected,
            (
                AHost.Verdict("1", "api", "r1", DeployState.Committed) with
                {
                    By = "marie",
                    Commit = commit,
                    Run = run,
                }
            ).Origin
        );

    [Fact]
    public async Task A_good_release_is_still_good_after_hundreds_of_deploys()
    {
        using var folder = new TemporaryFolder();
        Put(folder, "api", "r1");
        Put(folder, "api", "r2");
        Put(folder, "relay", "r1");
        folder.Write("services/api/releases/r3.new/release.json", "half a rel");
        var later = Enumerable
            .Range(0, 300)
            .SelectMany(n => new[] { DeployState.Armed, DeployState.Committed }.Select(s => Line($"{n}", $"x{n}", s)));
        folder.Write(
            "journal.jsonl",
            string.Join(
                '\n',
                [
                    Line("a", "r1", DeployState.Started),
                    Line("a", "r1", DeployState.Committed),
                    Line("b", "r2", DeployState.Undone),
                    .. later,
                    """{"at":"1970-01-01T00:00:00+00:00","deploy":"c","service":"api","release":"r1","state":"committed""",
                    "",
                ]
            )
        );

        var all = await AskAsync(folder);
        var api = await AskAsync(folder, "api");

        Assert.Equal(["r1", "r1", "r2"], all.All.Select(release => release.Id));
        Assert.Equal(["r1", "r2"], api.All.Select(release => release.Id));
        Assert.Equal([true, false], api.All.Select(api.IsGood));
        Assert.Equal(2, api.Verdicts.Count);
    }

    [Fact]
    public async Task A_host_that_nobody_set_up_has_none()
    {
        using var folder = new TemporaryFolder();

        Assert.Empty((await AskAsync(folder)).All);
        Assert.Empty((await AskAsync(folder, "api")).All);
    }

    static async Task<HostReleases> AskAsync(TemporaryFolder folder, params IReadOnlyList<string> services)
    {
        await using var shell = new LocalShell();
        var outcome = await shell.RunAsync(
            Script.Run("releases", [folder.Path, .. services]),
            TestContext.Current.CancellationToken
        );
        Assert.True(outcome.Succeeded, outcome.Error);
        return HostReleases.Parse(outcome.Output);
    }

    static void Put(TemporaryFolder folder, string service, string id) =>
        folder.Write(
            $"services/{service}/releases/{id}/release.json",
            JsonSerializer.Serialize(AHost.Release(service, id), DeployJson.Default.Release)
        );

    static string Line(string deploy, string release, DeployState state) =>
        AHost.Verdict(deploy, "api", release, state).ToLine();
}
