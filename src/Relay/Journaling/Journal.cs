using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Benevoclic.Relay.Journaling;

/// <summary>
/// Everything the relay must not forget. One writer takes the changes that wait and commits them together, so that one fsync serves
/// all of them; each is whole or not there.
/// </summary>
sealed class Journal : IAsyncDisposable
{
    /// <summary>More than that waiting means that the disk does not keep up: better to say "later" than to hoard.</summary>
    const int Room = 4096;

    const int PerCommit = 256;
    const int Readers = 4;

    /// <summary>SQLite's code for a row that breaks a rule of its table: the fault of that change alone.</summary>
    const int Constraint = 19;

    readonly JournalFile _file;
    readonly Sql _sql;
    readonly Channel<Change> _changes = Channel.CreateBounded<Change>(Room);
    readonly ConcurrentBag<Sql> _readers = [];
    readonly Task _writing;

    /// <exception cref="JournalException">It cannot be opened.</exception>
    public Journal(string folder, DateTimeOffset now)
    {
        _file = new JournalFile(folder);
        _sql = _file.OpenForWriting(now);
        CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(
            _sql.Number("SELECT value FROM facts WHERE name = 'created'")
        );
        _writing = Task.Run(WriteAllAsync);
    }

    /// <summary>What happened before that, nobody wrote down.</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>What the last commit met; null when it went well.</summary>
    public string? Problem { get; private set; }

    /// <summary>The change is on the disk when this returns.</summary>
    /// <exception cref="JournalException">It is not, and nothing of it was kept.</exception>
    public async Task<T> WriteAsync<T>(Func<Sql, T> change)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        T result = default!;
        var waiting = new Change(
            sql => result = change(sql),
            failure =>
            {
                if (failure is null)
                    done.SetResult(result);
                else
                    done.SetException(failure);
            }
        );
        return _changes.Writer.TryWrite(waiting)
            ? await done.Task
            : throw new JournalException("too much waits to be written, or the relay is stopping");
    }

    public Task WriteAsync(Action<Sql> change) =>
        WriteAsync(sql =>
        {
            change(sql);
            return true;
        });

    /// <summary>What is on the disk now; does not wait for the writer.</summary>
    public T Read<T>(Func<Sql, T> question)
    {
        var sql = _readers.TryTake(out var free) ? free : _file.OpenForReading();
        var answer = question(sql);
        if (_readers.Count < Readers)
            _readers.Add(sql);
        else
            sql.Dispose();
        return answer;
    }

    /// <summary>What was handed over before is still written.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_changes.Writer.TryComplete())
            return;
        await _writing;
        foreach (var reader in _readers)
            reader.Dispose();
        _sql.Dispose();
    }

    async Task WriteAllAsync()
    {
        var batch = new List<Change>(PerCommit);
        while (await _changes.Reader.WaitToReadAsync())
        {
            while (batch.Count < PerCommit && _changes.Reader.TryRead(out var change))
                batch.Add(change);
            Commit(batch);
            batch.Clear();
        }
    }

    void Commit(List<Change> batch)
    {
        var failures = new Exception?[batch.Count];
        try
        {
            _sql.Run("BEGIN IMMEDIATE");
            for (var i = 0; i < batch.Count; i++)
                failures[i] = Make(batch[i]);
            _sql.Run("COMMIT");
            Problem = null;
            _sql.Kept();
        }
        catch (SqliteException e)
        {
            Problem = e.Message;
            _sql.Forget(0);
            Undo();
            Array.Fill(failures, new JournalException($"the journal cannot be written: {e.Message}", e));
        }
        for (var i = 0; i < batch.Count; i++)
            batch[i].End(failures[i]);
    }

    /// <summary>One change that fails by itself takes nothing back of the others.</summary>
    /// <exception cref="SqliteException">The disk failed: then the whole transaction is gone.</exception>
    Exception? Make(Change change)
    {
        var before = _sql.Waiting;
        _sql.Run("SAVEPOINT change");
        try
        {
            change.Make(_sql);
            _sql.Run("RELEASE change");
            return null;
        }
        catch (Exception e) when (e is not SqliteException { SqliteErrorCode: not Constraint })
        {
            _sql.Forget(before);
            _sql.Run("ROLLBACK TO change");
            _sql.Run("RELEASE change");
            return e;
        }
    }

    void Undo()
    {
        try
        {
            _sql.Run("ROLLBACK");
        }
        catch (SqliteException)
        {
            // A full disk has already rolled it back.
        }
    }

    sealed record Change(Action<Sql> Make, Action<Exception?> End);
}
