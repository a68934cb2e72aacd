using Benevoclic.Cli.Backups;
using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Tests.Backups;

public sealed class HostBackupTests
{
    [Fact]
    public void What_the_host_has_pictured_becomes_the_manifest_and_what_is_not_there_is_left_out()
    {
        Service[] services = [AService.Named("api"), AService.Named("grafana"), AService.Named("relay")];
        var output =
            "volume\tgrafana\tdata\t3\t1234\nvolume\tgrafana\tmore\t0\t0\nvolume\tapi\tapi-data\t1\t9\nrelease\tapi\tr1\n";

        var saved = HostBackup.Saved(output, services);

        Assert.Equal(["api r1", "grafana "], saved.Select(service => $"{service.Name} {service.Release}"));
        Assert.Equal([new SavedVolume("data", 3, 1234), new SavedVolume("more", 0, 0)], saved[1].Volumes);
    }

    [Theory]
    [InlineData("backup")]
    [InlineData("restored")]
    public void A_backup_or_a_restore_is_no_verdict_about_a_release_and_leaves_nothing_to_undo(string state)
    {
        var committed = AHost.Verdict("d1", "api", "r1");
        var entry = AHost.Verdict("d2", "api", "r1", Enum.Parse<DeployState>(state, ignoreCase: true));
        var facts = AHost.Serving(("api", "r1")) with { Journal = [committed, entry] };
        var text =
            $"release\t{System.Text.Json.JsonSerializer.Serialize(AHost.Release("api", "r1"), DeployJson.Default.Release)}\nverdict\t{committed.ToLine()}\nverdict\t{entry.ToLine()}";
        var releases = HostReleases.Parse(text);

        Assert.Empty(facts.Unfinished);
        Assert.Equal("d1", Assert.Single(releases.LastAct).Deploy);
        Assert.True(releases.IsGood(releases.All[0]));
    }
}
