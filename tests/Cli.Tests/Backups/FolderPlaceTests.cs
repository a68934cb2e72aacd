using Benevoclic.Cli.Backups;

namespace Benevoclic.Cli.Tests.Backups;

public sealed class FolderPlaceTests : PlaceContract
{
    readonly TemporaryFolder _folder = new();

    string Folder => _folder.In("backups");

    private protected override Task<IBackupPlace> OpenAsync() => Task.FromResult<IBackupPlace>(new FolderPlace(Folder));

    public override ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_a_killed_command_left_goes_and_what_another_writes_stays()
    {
        _folder.Write("backups/dead.tar.gz.part", "half");
        using var other = new FileStream(
            _folder.Write("backups/alive.tar.gz.part", ""),
            FileMode.Open,
            FileAccess.Write,
            FileShare.None
        );
        using var place = await OpenAsync();

        using var content = new MemoryStream([1]);
        await place.PutAsync("new.json", content, TestContext.Current.CancellationToken);

        Assert.Equal(
            ["alive.tar.gz.part", "new.json"],
            Directory.GetFiles(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)
        );
    }
}
