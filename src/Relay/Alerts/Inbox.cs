using System.Threading.Channels;
using Benevoclic.Relay.Journaling;
using Microsoft.Data.Sqlite;

namespace Benevoclic.Relay.Alerts;

/// <summary>
/// What was taken over from Alertmanager and not read yet. It is in the journal before the caller hears of it, and only there: however
/// much comes at once, or was left by an earlier life of the relay, none of it is kept in memory.
/// </summary>
sealed class Inbox(Journal journal)
{
    readonly Channel<bool> _awake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    /// <exception cref="JournalException">It is not on the disk: Alertmanager has to try again.</exception>
    public async Task AcceptAsync(ReceivedBody body)
    {
        await journal.WriteAsync(sql =>
            sql.Run("INSERT INTO bodies(at, is_cut, bytes) VALUES($1, $2, $3)", body.At, body.IsCut, body.Bytes)
        );
        _awake.Writer.TryWrite(true);
    }

    /// <summary>Waits until something has come since the last time.</summary>
    /// <returns>False: the relay is stopping, and nothing more comes.</returns>
    public async ValueTask<bool> SomethingCameAsync(CancellationToken ct) =>
        await _awake.Reader.WaitToReadAsync(ct) && _awake.Reader.TryRead(out _);

    public void Close() => _awake.Writer.TryComplete();

    /// <summary>In the order in which they came, each taken from the disk when it is its turn.</summary>
    public static IEnumerable<ReceivedBody> Unread(Sql sql) =>
        sql.Each("SELECT id, at, is_cut, bytes FROM bodies WHERE is_read = 0 ORDER BY id", Read);

    /// <param name="last">All up to this one.</param>
    public static void MarkRead(Sql sql, long last) =>
        sql.Run("UPDATE bodies SET is_read = 1 WHERE is_read = 0 AND id <= $1", last);

    static ReceivedBody Read(SqliteDataReader row) =>
        new(row.GetFieldValue<byte[]>(3), row.Yes(2), row.Time(1)) { Id = row.GetInt64(0) };
}
