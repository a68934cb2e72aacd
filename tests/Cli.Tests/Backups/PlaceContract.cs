using System.Security.Cryptography;
using Benevoclic.Cli.Backups;

namespace Benevoclic.Cli.Tests.Backups;

/// <summary>What every place of backups keeps to.</summary>
public abstract class PlaceContract : IAsyncDisposable
{
    private protected abstract Task<IBackupPlace> OpenAsync();

    public abstract ValueTask DisposeAsync();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_put_is_listed_read_and_removed()
    {
        using var place = await OpenAsync();
        // More than one part of an upload, and no whole number of them.
        var bytes = RandomNumberGenerator.GetBytes((40 << 20) + 7);

        await place.PutAsync("one.tar.gz", new OneWay(bytes), Ct);
        await place.PutAsync("two.json", new OneWay([]), Ct);

        Assert.Equal(["one.tar.gz", "two.json"], (await place.ListAsync(Ct)).Order(StringComparer.Ordinal));
        Assert.Equal(bytes, await ReadAsync(place, "one.tar.gz"));
        Assert.Empty(await ReadAsync(place, "two.json"));
        await place.RemoveAsync("one.tar.gz", Ct);
        Assert.Equal(["two.json"], await place.ListAsync(Ct));
    }

    [Fact]
    public async Task What_breaks_on_its_way_is_not_there_and_an_older_one_of_its_name_is_as_it_was()
    {
        using var place = await OpenAsync();
        await place.PutAsync("old.tar.gz", new OneWay([1, 2, 3]), Ct);

        foreach (var name in new[] { "old.tar.gz", "new.tar.gz" })
        {
            await Assert.ThrowsAnyAsync<Exception>(() =>
                place.PutAsync(name, new OneWay(new byte[40 << 20], breaks: true), Ct)
            );
        }

        Assert.Equal(["old.tar.gz"], await place.ListAsync(Ct));
        Assert.Equal([1, 2, 3], await ReadAsync(place, "old.tar.gz"));
    }

    [Fact]
    public async Task What_is_not_there_is_an_error_for_people()
    {
        using var place = await OpenAsync();

        await Assert.ThrowsAsync<CommandException>(() => place.OpenAsync("missing.json", Ct));
        Assert.Empty(await place.ListAsync(Ct));
    }

    [Fact]
    public async Task An_archive_is_a_backup_when_its_manifest_is_there_too()
    {
        using var place = await OpenAsync();
        var store = new BackupStore(place);
        var (size, sha256) = await store.PutAsync("vps-1", new OneWay([1, 2, 3]), Ct);
        var backup = ABackup.Of("vps-1", "api/api-data") with { Size = size, Sha256 = sha256 };

        Assert.Empty(await store.ListAsync(Ct));
        await store.PutAsync(backup, Ct);

        Assert.Equal("vps-1", Assert.Single(await store.ListAsync(Ct)).Name);
        await store.VerifyAsync(await store.FindAsync("vps-1", Ct), Ct);
        await place.PutAsync(backup.Archive, new OneWay([1, 2, 4]), Ct);
        var damaged = await Assert.ThrowsAsync<CommandException>(() => store.VerifyAsync(backup, Ct));
        Assert.Contains("is damaged", damaged.Message, StringComparison.Ordinal);
        await store.RemoveAsync(backup, Ct);
        Assert.Empty(await place.ListAsync(Ct));
    }

    static async Task<byte[]> ReadAsync(IBackupPlace place, string name)
    {
        await using var content = await place.OpenAsync(name, Ct);
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, Ct);
        return copy.ToArray();
    }

    /// <summary>As an archive comes: of unknown length, once, and perhaps not to its end.</summary>
    sealed class OneWay(byte[] bytes, bool breaks = false) : ReadOnlyStream
    {
        int _at;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken ct = default)
        {
            var count = Math.Min(buffer.Length, bytes.Length - _at);
            if (count == 0 && breaks)
            {
                throw new IOException("the connection broke");
            }
            bytes.AsMemory(_at, count).CopyTo(buffer);
            _at += count;
            return ValueTask.FromResult(count);
        }
    }
}
