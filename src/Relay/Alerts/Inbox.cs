using System.Threading.Channels;
using Benevoclic.Relay.Journaling;

namespace Benevoclic.Relay.Alerts;

/// <summary>
/// What was taken over from Alertmanager and not read yet. It is in the journal before the caller hears of it, and what an earlier life
/// of the relay did not come to read is read first.
/// </summary>
sealed class Inbox(Journal journal)
{
    readonly Channel<ReceivedBody> _unread = Channel.CreateUnbounded<ReceivedBody>();

    public ChannelReader<ReceivedBody> Unread => _unread.Reader;

    /// <exception cref="JournalException">It is not on the disk: Alertmanager has to try again.</exception>
    public async Task AcceptAsync(ReceivedBody body)
    {
        var id = await journal.WriteAsync(sql =>
            sql.Insert("INSERT INTO bodies(at, is_cut, bytes) VALUES($1, $2, $3)", body.At, body.IsCut, body.Bytes)
        );
        // Before the answer: Alertmanager sends the next word about the same alert only after it.
        if (!_unread.Writer.TryWrite(body with { Id = id }))
            throw new JournalException("the relay is stopping");
    }

    public void ReadAgain()
    {
        foreach (var body in journal.Read(Left))
            _unread.Writer.TryWrite(body);
    }

    public void Close() => _unread.Writer.TryComplete();

    public static void MarkRead(Sql sql, long id) => sql.Run("UPDATE bodies SET is_read = 1 WHERE id = $1", id);

    static List<ReceivedBody> Left(Sql sql) =>
        sql.All(
            "SELECT id, at, is_cut, bytes FROM bodies WHERE is_read = 0 ORDER BY id",
            row => new ReceivedBody(row.GetFieldValue<byte[]>(3), row.Yes(2), row.Time(1)) { Id = row.GetInt64(0) }
        );
}
