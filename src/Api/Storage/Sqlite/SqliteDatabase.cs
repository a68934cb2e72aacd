using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Benevoclic.Api.Storage.Sqlite;

/// <summary>The file. Readers each have a session of their own and see the last commit; all writes go through one writer.</summary>
/// <remarks>A file that cannot be opened or written is <see cref="Hosting.Errors.UnavailableException"/>; the next call tries again.</remarks>
sealed class SqliteDatabase : IAsyncDisposable
{
    // More than there are processors only helps while the disk is read, and the file fits into memory.
    static readonly int KeptReaders = 2 * Environment.ProcessorCount;

    readonly string _path;
    readonly ILogger _logger;
    readonly ConcurrentBag<SqliteSession> _readers = [];
    readonly SqliteWriter _writer;
    readonly Lock _preparing = new();
    SqliteSession? _keeper;

    SqliteDatabase(string path, ILogger logger)
    {
        _path = path;
        _logger = logger;
        _writer = new SqliteWriter(path, () => Open(SqliteOpenMode.ReadWrite));
    }

    public static SqliteDatabase In(string path, ILogger<SqliteDatabase> logger) => new(path, logger);

    public T Read<T>(Func<SqliteSession, T> read)
    {
        SqliteSession? session = null;
        try
        {
            session = _readers.TryTake(out var kept) ? kept : Open(SqliteOpenMode.ReadOnly);
            var result = read(session);
            Keep(session);
            return result;
        }
        catch (Exception error)
        {
            session?.Dispose();
            throw SqliteFault.Translate(error);
        }
    }

    /// <summary>Returns once the change is on the disk. An exception of <paramref name="write"/> undoes that write alone.</summary>
    public Task<T> WriteAsync<T>(Func<SqliteSession, T> write) => _writer.WriteAsync(write);

    public async ValueTask DisposeAsync()
    {
        foreach (var reader in _readers)
            reader.Dispose();
        _keeper?.Dispose();
        // The last to close writes everything into the one file, which a reader may not.
        await _writer.DisposeAsync();
    }

    void Keep(SqliteSession session)
    {
        if (_readers.Count < KeptReaders)
            _readers.Add(session);
        else
            session.Dispose();
    }

    SqliteSession Open(SqliteOpenMode mode)
    {
        Prepare();
        // A file that somebody took away is not made again: what is written to it would be gone with it.
        if (!File.Exists(_path))
            throw SqliteFault.Vanished();
        return SqliteSession.Open(_path, mode, _logger);
    }

    void Prepare()
    {
        lock (_preparing)
        {
            if (_keeper is not null)
                return;
            using var session = SqliteSession.Open(_path, SqliteOpenMode.ReadWriteCreate, _logger);
            SqliteMigrations.Run(session);
            // With the last connection the files beside the database go; to make them again needs room on a disk that may be full.
            _keeper = SqliteSession.Open(_path, SqliteOpenMode.ReadOnly, _logger);
            _keeper.Run("SELECT name FROM migrations");
        }
    }
}
