using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Output;
using Benevoclic.Cli.Remote;

namespace Benevoclic.Cli.Tests.Deploying;

/// <summary>What a host tells of its deploys, with a real bash and a folder of its own, and what a person reads of it.</summary>
public sealed class DeployActivityTests : IDisposable
{
    static readonly LockHolder Marie = new("marie", DateTimeOffset.UnixEpoch, "deploy");

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("staged", "")]
    [InlineData("committed", "")]
    [InlineData("undone", "")]
    [InlineData(
        "watching",
        "api is half way to r2: what marie began died at 00:00:00 UTC while watching. Undone first, before anything else, by: ./benevoclic deploy api"
    )]
    public async Task A_host_that_went_down_in_the_middle_of_a_deploy_says_so_and_what_to_type(string last, string line)
    {
        await JournalAsync(DeployState.Armed, Enum.Parse<DeployState>(last, ignoreCase: true));

        Assert.Equal(line, string.Join('\n', DeploysNote.Lines(await AskAsync())));
    }

    [Fact]
    public async Task A_deploy_that_goes_on_is_not_half_done()
    {
        await JournalAsync(DeployState.Armed, DeployState.Started);
        await using var shell = new LocalShell();
        await using var held = await DeployLock.TakeAsync(
            shell,
            new HostFolder(_folder.Path),
            Marie,
            TimeSpan.FromSeconds(1),
            TestContext.Current.CancellationToken
        );

        var both = await Task.WhenAll(AskAsync(), AskAsync());

        Assert.All(
            both,
            deploys =>
                Assert.Equal(["At work there now: deploy by marie, since 00:00:00 UTC."], DeploysNote.Lines(deploys))
        );
    }

    [Fact]
    public async Task What_a_full_disk_has_cut_is_told_as_far_as_it_can_be_read()
    {
        await JournalAsync(DeployState.Armed);
        await File.AppendAllTextAsync(
            _folder.In("journal.jsonl"),
            "{\"at\":\"20",
            TestContext.Current.CancellationToken
        );
        await File.WriteAllTextAsync(_folder.In("frozen"), "{\"by\":", TestContext.Current.CancellationToken);

        var lines = DeploysNote.Lines(await AskAsync()).ToList();

        Assert.Equal(2, lines.Count);
        Assert.StartsWith("Deploys are frozen by somebody", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("api is half way to r2", lines[1], StringComparison.Ordinal);
    }

    Task JournalAsync(params DeployState[] states) =>
        File.WriteAllLinesAsync(
            _folder.In("journal.jsonl"),
            states.Select(state =>
                new JournalEntry(DateTimeOffset.UnixEpoch, "1", "api", "r2", state, "marie").ToLine()
            ),
            TestContext.Current.CancellationToken
        );

    async Task<DeployActivity> AskAsync()
    {
        await using var shell = new LocalShell();
        var outcome = await shell.RunAsync(
            Script.Run("facts", _folder.Path, "api=nobody/has-this:1"),
            TestContext.Current.CancellationToken
        );
        return HostFacts.Parse(outcome.Output).Deploys;
    }
}
