using Benevoclic.Deployment.Deploying;

namespace Benevoclic.Deployment.Backups;

/// <summary>`restore --host`: the saved data, or the data that was there; nothing in between.</summary>
public sealed class Restoring(SharedHost shared)
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task What_three_services_kept_is_there_again_on_a_server_that_lost_all_of_it()
    {
        var host = await shared.FreshAsync();
        var kept = await Kept.WriteAsync(host);
        using var folder = new AFolder();

        await Acts.DoneAsync(host, "backup", "--host", "--to", folder.Path);
        await Kept.DestroyAsync(host);
        var lost = await kept.ThereAsync();
        await Acts.DoneAsync(host, "restore", folder.Archive, "--host", "--yes");

        Assert.Empty(lost);
        Assert.Equal(["prometheus", "alertmanager", "grafana"], await kept.ThereAsync());
        await Acts.NothingIsLeftAsync(host);
        var journal = (await Acts.DoneAsync(host, "journal")).Output;
        Assert.Equal(3, journal.Split('\n').Count(line => line.Contains(" restored ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_damaged_archive_is_refused_before_anything_is_touched()
    {
        var host = await shared.FreshAsync();
        await Scenario.DeployedAsync(host, "v1", "grafana");
        using var folder = new AFolder();
        await Acts.DoneAsync(host, "backup", "grafana", "--host", "--to", folder.Path);
        var before = (await host.ContainersAsync()).Select(one => (one.Id, one.StartedAt)).ToList();
        var journal = File.ReadAllText(host.FileOf("journal.jsonl"));
        var archive = File.ReadAllBytes(folder.Archive);

        archive[archive.Length / 2] ^= 1;
        File.WriteAllBytes(folder.Archive, archive);
        var changed = await Acts.Start(host, "restore", folder.Archive, "--host", "--yes").WaitAsync();
        File.WriteAllBytes(folder.Archive, archive[..^100]);
        var cut = await Acts.Start(host, "restore", folder.Archive, "--host", "--yes").WaitAsync();

        foreach (var refused in new[] { changed, cut })
        {
            Assert.Equal(1, refused.ExitCode);
            Assert.Contains("is damaged", refused.Error, StringComparison.Ordinal);
            Assert.Contains("Nothing was touched", refused.Error, StringComparison.Ordinal);
        }
        Assert.Equal(before, (await host.ContainersAsync()).Select(one => (one.Id, one.StartedAt)));
        Assert.Equal(journal, File.ReadAllText(host.FileOf("journal.jsonl")));
    }

    [Fact]
    public async Task Data_with_which_a_service_does_not_start_is_taken_out_again()
    {
        var host = await shared.FreshAsync();
        var kept = await Kept.WriteAsync(host);
        using var folder = new AFolder();
        // Where Prometheus needs a folder.
        var bad = await folder.MakeAsync("prometheus", "prometheus-data", "wal", "not a folder");

        var restore = await Acts.Start(host, "restore", bad, "--host", "--yes").WaitAsync();

        Assert.Equal(1, restore.ExitCode);
        Assert.Contains("What they had before is in force for: prometheus.", restore.Error, StringComparison.Ordinal);
        Assert.Equal(["prometheus", "alertmanager", "grafana"], await kept.ThereAsync());
        await Acts.NothingIsLeftAsync(host);
    }

    [Theory]
    [InlineData("sending")]
    [InlineData("prometheus: restoring")]
    public async Task Killed_it_leaves_the_data_that_was_there(string act)
    {
        var host = await shared.FreshAsync();
        var kept = await Kept.WriteAsync(host);
        using var folder = new AFolder();
        var bad = await folder.MakeAsync("prometheus", "prometheus-data", "wal", "not a folder");

        using var restore = Acts.Start(host, "restore", bad, "--host", "--yes");
        await restore.PrintsAsync(act, Limit);
        restore.Kill();

        await Eventually.TrueAsync(
            () => File.ReadAllText(host.FileOf("journal.jsonl")).Contains("\"undone\"", StringComparison.Ordinal),
            Limit,
            () => File.ReadAllText(host.FileOf("journal.jsonl"))
        );
        await Acts.NothingIsLeftAsync(host);
        Assert.Equal(["prometheus", "alertmanager", "grafana"], await kept.ThereAsync());
    }

    [Fact]
    public async Task A_full_disk_leaves_the_data_that_was_there()
    {
        var host = await shared.FreshAsync();
        var kept = await Kept.WriteAsync(host);
        using var folder = new AFolder();
        await Acts.DoneAsync(host, "backup", "grafana", "--host", "--to", folder.Path);
        const string volume = "/var/lib/docker/volumes/benevoclic-grafana-data";

        // A disk of its own for the one volume, with less room than the archive needs.
        await host.Machine.ShellAsync(
            $"head -c 3000000 /dev/urandom >{volume}/_data/big && cp -a {volume} /tmp/volume && mount -t tmpfs -o size=4m none {volume} && cp -a /tmp/volume/. {volume}"
        );
        using var larger = new AFolder();
        var bad = await larger.MakeAsync("grafana", "grafana-data", "larger", new string('x', 6_000_000));
        var restore = await Acts.Start(host, "restore", bad, "--host", "--yes").WaitAsync();
        await host.Machine.ShellAsync($"umount {volume} && rm -rf /tmp/volume");

        Assert.Equal(1, restore.ExitCode);
        Assert.Contains("Nothing was changed", restore.Error, StringComparison.Ordinal);
        // As tar says that there is no more room, and what df says of it.
        Assert.Contains("Wrote only", restore.Error, StringComparison.Ordinal);
        Assert.Contains("benevoclic-grafana-data", restore.Error, StringComparison.Ordinal);
        Assert.Equal(["prometheus", "alertmanager", "grafana"], await kept.ThereAsync());
        await Acts.NothingIsLeftAsync(host);
    }
}
