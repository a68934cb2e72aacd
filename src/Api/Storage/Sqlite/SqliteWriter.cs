using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Benevoclic.Api.Storage.Sqlite;

/// <summary>
/// Takes all writes that wait into one transaction, a savepoint each, and answers them once it is on the disk: one flush carries
/// many. SQLite has one writer at a time anyway.
/// </summary>
sealed class SqliteWriter : IAsyncDisposable
{
    // A reader must not wait long behind a queue for its own write to be answered.
    const int LargestBatch = 256;

    readonly Channel<SqliteWrite> _queue = Channel.CreateUnbounded<SqliteWrite>(
        new UnboundedChannelOptions { SingleReader = true }
    );
    readonly string _path;
    readonly Func<SqliteSession> _open;
    readonly Task _running;
    SqliteSession? _session;

    public SqliteWriter(string path, Func<SqliteSession> open)
    {
        _path = path;
        _open = open;
        _running = Task.Run(RunAsync);
    }

    public Task<T> WriteAsync<T>(Func<SqliteSession, T> write)
    {
        var queued = new SqliteWrite<T>(write);
        ObjectDisposedException.ThrowIf(!_queue.Writer.TryWrite(queued), this);
        return queued.Answer;
    }

    /// <summary>Finishes what is queued.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _running;
        _session?.Dispose();
    }

    async Task RunAsync()
    {
        while (await _queue.Reader.WaitToReadAsync())
        {
            var batch = new List<SqliteWrite>();
            while (batch.Count < LargestBatch && _queue.Reader.TryRead(out var write))
                batch.Add(write);
            Commit(batch);
        }
    }

    void Commit(List<SqliteWrite> batch)
    {
        try
        {
            // Linux keeps a deleted file alive for who has it open: what is written there is lost at the next start.
            if (!File.Exists(_path) && _session is not null)
                throw SqliteFault.Vanished();
            _session ??= _open();
            _session.Run("BEGIN IMMEDIATE");
            foreach (var write in batch)
                Apply(_session, write);
            _session.Run("COMMIT");
            batch.ForEach(write => write.Succeed());
        }
        catch (Exception error)
        {
            // What the transaction held is gone with the connection: nobody was told that it was kept.
            _session?.Dispose();
            _session = null;
            batch.ForEach(write => write.Fail(SqliteFault.Translate(error)));
        }
    }

    static void Apply(SqliteSession session, SqliteWrite write)
    {
        session.Run("SAVEPOINT write");
        try
        {
            write.Apply(session);
        }
        catch (Exception error) when (error is not SqliteException fault || !SqliteFault.IsOfTheFile(fault))
        {
            session.Run("ROLLBACK TO write");
            write.Fail(error);
        }
        session.Run("RELEASE write");
    }
}
