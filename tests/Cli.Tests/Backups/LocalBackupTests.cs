namespace Benevoclic.Cli.Tests.Backups;

/// <summary>`backup` and `restore` of what `up` keeps, by the real command.</summary>
public sealed class LocalBackupTests : IAsyncDisposable
{
    readonly MadeCheckout _made = new MadeCheckout()
        .With("one", compose: "volumes: [\"one-data:/data\"]")
        .With("two", compose: "volumes: [\"two-data:/data\"]")
        .With("three");

    public ValueTask DisposeAsync() => _made.DisposeAsync();

    [Fact]
    public async Task What_was_saved_comes_back_keys_stay_and_other_services_are_left_alone()
    {
        Write("one", "notes/a", "as saved");
        Write("one", "own.key", "of then");
        Write("two", "b", "as saved");
        await DoneAsync("backup");
        var name = (await DoneAsync("backup", "--list")).Split(' ')[0];
        Write("one", "notes/a", "changed");
        Write("one", "notes/new", "came later");
        Write("one", "own.key", "of now");
        Write("two", "b", "changed");

        await DoneAsync("restore", name, "one", "--yes");

        Assert.Equal("as saved", Read("one", "notes/a"));
        Assert.Equal("of now", Read("one", "own.key"));
        Assert.False(File.Exists(PathOf("one", "notes/new")));
        Assert.Equal("changed", Read("two", "b"));
        Assert.Equal(["one-data"], Directory.GetDirectories(_made.In("state/data/one")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_service_that_runs_is_stopped_for_it_and_runs_again()
    {
        Write("one", "a", "as saved");
        await _made.UpAsync();
        var before = await PidAsync("one");
        var other = await PidAsync("three");

        await DoneAsync("backup", "one");
        var between = await PidAsync("one");
        Write("one", "a", "changed");
        await DoneAsync("restore", "latest", "--yes");

        Assert.Equal("as saved", Read("one", "a"));
        Assert.Equal("healthy", await _made.StateAsync("one"));
        Assert.Equal(3, new[] { before, between, await PidAsync("one") }.Distinct().Count());
        Assert.Equal(other, await PidAsync("three"));
    }

    [Fact]
    public async Task A_damaged_archive_is_refused_and_nothing_is_touched()
    {
        Write("one", "a", "as saved");
        await DoneAsync("backup");
        Write("one", "a", "changed");
        var archive = Directory.GetFiles(_made.In("state/backups"), "*.tar.gz").Single();
        var bytes = File.ReadAllBytes(archive);
        bytes[^20] ^= 1;
        File.WriteAllBytes(archive, bytes);

        var restore = await _made.RunAsync("restore", archive, "--yes");

        Assert.Equal(1, restore.ExitCode);
        Assert.Contains("is damaged", restore.Error, StringComparison.Ordinal);
        Assert.Equal("changed", Read("one", "a"));
    }

    [Fact]
    public async Task Nothing_is_replaced_unasked_and_data_of_a_restore_that_died_is_not_touched()
    {
        Write("one", "a", "as saved");
        await DoneAsync("backup");
        Write("one", "a", "changed");

        var unasked = await _made.RunAsync("restore", await LastAsync());
        Directory.CreateDirectory(_made.In("state/data/one/one-data.before"));
        var left = await _made.RunAsync("restore", await LastAsync(), "--yes");

        Assert.Equal(2, unasked.ExitCode);
        Assert.Contains("< one: one-data, 1 files", unasked.Output, StringComparison.Ordinal);
        Assert.Equal(1, left.ExitCode);
        Assert.Contains("one-data.before holds the data from before", left.Error, StringComparison.Ordinal);
        Assert.Equal("changed", Read("one", "a"));
    }

    [Fact]
    public async Task Where_nothing_ran_yet_it_says_so()
    {
        var backup = await _made.RunAsync("backup");

        Assert.Equal(1, backup.ExitCode);
        Assert.Contains("nothing ran here yet", backup.Error, StringComparison.Ordinal);
    }

    async Task<string> DoneAsync(params string[] words)
    {
        var result = await _made.RunAsync(words);
        Assert.True(result.ExitCode == 0, result.ToString());
        return result.Output;
    }

    async Task<string> LastAsync() => (await DoneAsync("backup", "--list")).TrimEnd().Split('\n')[^1].Split(' ')[0];

    async Task<int> PidAsync(string service) => (await _made.StatusAsync(service)).GetProperty("pid").GetInt32();

    string PathOf(string service, string file) => _made.In("state", "data", service, $"{service}-data", file);

    void Write(string service, string file, string text) =>
        _made.Write(Path.GetRelativePath(_made.Root, PathOf(service, file)), text);

    string Read(string service, string file) => File.ReadAllText(PathOf(service, file));
}
