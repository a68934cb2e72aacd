using Benevoclic.Deployment.Deploying;
using Microsoft.Data.Sqlite;

namespace Benevoclic.Deployment.Backups;

/// <summary>`backup --host`.</summary>
public sealed class Saving(SharedHost shared)
{
    const int Megabyte = 1 << 20;
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_database_that_is_written_all_the_time_is_saved_as_of_one_moment_and_no_request_fails()
    {
        var host = await shared.FreshAsync();
        await host.AddApiImageAsync("v1", Defect.NeverRests);
        await Scenario.DeployedAsync(host, "v1", "api", "proxy");
        using var folder = new AFolder();
        await using var load = host.StartLoad();

        for (var i = 0; i < 3; i++)
        {
            await Acts.DoneAsync(host, "backup", "api", "--host", "--to", folder.Path, "--keep", "1");
        }

        var report = await load.StopAsync();
        Assert.True(report.Failures.Count == 0, report.ToString());
        var data = Path.Combine(await folder.UnpackAsync(), "data/api/api-data/data");
        Assert.True(File.Exists(Path.Combine(data, "pairs.db-wal")));
        var (check, rows, pairs) = Look(Path.Combine(data, "pairs.db"));
        Assert.Equal("ok", check);
        Assert.True(rows > 0);
        Assert.Equal(rows, pairs);
    }

    [Fact]
    public async Task No_secret_is_in_it()
    {
        var host = await shared.FreshAsync();
        await host.AddApiImageAsync("v1");
        await Scenario.DeployedAsync(host, "v1", "api", "proxy");
        await host.Machine.ShellAsync(
            "echo 'a key that nobody may see' >/var/lib/docker/volumes/benevoclic-api-data/_data/data/identity.key"
        );
        using var folder = new AFolder();

        await Acts.DoneAsync(host, "backup", "--host", "--to", folder.Path);

        var unpacked = await folder.UnpackAsync();
        var files = Directory.EnumerateFiles(unpacked, "*", SearchOption.AllDirectories).ToList();
        var release = Directory.GetDirectories(Path.Combine(unpacked, "host/services/proxy/releases")).Single();
        Assert.True(File.Exists(Path.Combine(release, "compose.yaml")));
        Assert.True(File.Exists(Path.Combine(unpacked, "host/journal.jsonl")));
        Assert.False(Directory.Exists(Path.Combine(unpacked, "data/proxy")));
        var key = File.ReadAllText(host.FileOf("key")).Trim();
        foreach (var secret in new[] { Scenario.Password, "a key that nobody may see", key })
        {
            Assert.DoesNotContain(files, file => File.ReadAllText(file).Contains(secret, StringComparison.Ordinal));
        }
        Assert.Equal("600", await ModeAsync(folder.Archive));
    }

    [Theory]
    [InlineData("picturing")]
    [InlineData("saving")]
    public async Task Killed_it_leaves_nothing_that_looks_whole_and_nobody_held(string act)
    {
        var host = await shared.FreshAsync();
        await Scenario.DeployedAsync(host, "v1", "grafana");
        await host.Machine.ShellAsync($"head -c {300 * Megabyte} /dev/urandom >{Volume}/_data/big");
        using var folder = new AFolder();

        using var backup = Acts.Start(host, "backup", "--host", "--to", folder.Path);
        await backup.PrintsAsync(act, Limit);
        await Task.Delay(200, TestContext.Current.CancellationToken);
        backup.Kill();

        await Acts.NothingIsLeftAsync(host);
        Assert.DoesNotContain(folder.Names, name => name.EndsWith(".json", StringComparison.Ordinal));
        Assert.DoesNotContain(folder.Names, name => name.EndsWith(".tar.gz", StringComparison.Ordinal));
        Assert.Contains(
            "There is no backup",
            (await Acts.DoneAsync(host, "backup", "--list", "--to", folder.Path)).Output,
            StringComparison.Ordinal
        );
        await host.Machine.RunAsync("rm", $"{Volume}/_data/big");
        await Acts.DoneAsync(host, "backup", "--host", "--to", folder.Path);
        Assert.Equal(2, folder.Names.Count());
    }

    [Fact]
    public async Task Cut_off_it_fails_and_leaves_nothing_that_looks_whole()
    {
        var host = await shared.FreshAsync();
        await Scenario.DeployedAsync(host, "v1", "grafana");
        await host.Machine.ShellAsync($"head -c {300 * Megabyte} /dev/urandom >{Volume}/_data/big");
        using var folder = new AFolder();

        using var backup = Acts.Start(host, "backup", "--host", "--to", folder.Path);
        await backup.PrintsAsync("saving", Limit);
        await host.CutNetworkAsync();
        var end = await backup.WaitAsync().WaitAsync(Limit, TestContext.Current.CancellationToken);
        await host.RestoreNetworkAsync();

        Assert.True(end.ExitCode == 1, end.ToString());
        Assert.Empty(folder.Names);
        await Acts.DoneAsync(host, "backup", "--host", "--to", folder.Path);
        await Acts.NothingIsLeftAsync(host);
    }

    [Fact]
    public async Task In_a_bucket_it_is_the_same()
    {
        Assert.SkipUnless(S3Server.IsInstalled, S3Server.WhyNot);
        await using var s3 = await S3Server.StartAsync();
        var host = await shared.FreshAsync();
        await Scenario.DeployedAsync(host, "v1", "grafana");
        // More than one part.
        await host.Machine.ShellAsync($"head -c {40 * Megabyte} /dev/urandom >{Volume}/_data/big");
        var big = await host.Machine.RunAsync("sha256sum", $"{Volume}/_data/big");
        var place = $"s3://{S3Server.Bucket}/server";
        var variables = Scenario.Variables().Concat(s3.Settings).ToDictionary();

        var backup = await host.Start(["backup", "--host", "--to", place], variables).WaitAsync();
        Assert.True(backup.ExitCode == 0, backup.ToString());
        await host.Machine.RunAsync("rm", $"{Volume}/_data/big");
        var list = await host.Start(["backup", "--list", "--to", place], variables).WaitAsync();
        var name = list.Output.Split(' ')[0];
        var restore = await host.Start(["restore", $"{place}/{name}", "--host", "--yes"], variables).WaitAsync();

        Assert.True(restore.ExitCode == 0, restore.ToString());
        Assert.Equal(big, await host.Machine.RunAsync("sha256sum", $"{Volume}/_data/big"));
        Assert.DoesNotContain(S3Server.SecretAccessKey + "\n", backup.Output, StringComparison.Ordinal);
    }

    const string Volume = "/var/lib/docker/volumes/benevoclic-grafana-data";

    static async Task<string> ModeAsync(string file) =>
        (await Shell.RunAsync("/", new Dictionary<string, string>(), "stat", "--format=%a", file)).Output.Trim();

    static (string Check, long Rows, long Pairs) Look(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return (
            (string)Ask("PRAGMA integrity_check"),
            (long)Ask("SELECT count(*) FROM a"),
            (long)Ask("SELECT count(*) FROM b")
        );

        object Ask(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            return command.ExecuteScalar()!;
        }
    }
}
