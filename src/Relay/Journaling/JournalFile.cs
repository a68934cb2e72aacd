using Microsoft.Data.Sqlite;

namespace Benevoclic.Relay.Journaling;

/// <summary>relay.db: how it is opened, and its tables.</summary>
sealed class JournalFile(string folder)
{
    /// <summary>Goes up with every change of the tables; an older file is brought up at start.</summary>
    const int Version = 1;

    public string Path => System.IO.Path.Combine(folder, "relay.db");

    /// <exception cref="JournalException">It cannot be opened, or a newer relay wrote it.</exception>
    public Sql OpenForWriting(DateTimeOffset now)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var sql = Open(SqliteOpenMode.ReadWriteCreate);
            sql.Run("PRAGMA journal_mode=WAL");
            // Every commit is on the disk before anybody hears of it: a pulled plug loses nothing that was answered with 200.
            sql.Run("PRAGMA synchronous=FULL");
            Prepare(sql, now);
            return sql;
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new JournalException($"the journal {Path} cannot be opened: {e.Message}", e);
        }
    }

    public Sql OpenForReading() => Open(SqliteOpenMode.ReadOnly);

    Sql Open(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = Path,
                Mode = mode,
                Pooling = false,
            }.ToString()
        );
        connection.Open();
        var sql = new Sql(connection);
        sql.Run("PRAGMA busy_timeout=2000");
        // In kB (negative: not pages). The system's own cache is behind it, and there are five of us.
        sql.Run("PRAGMA cache_size=-1000");
        return sql;
    }

    void Prepare(Sql sql, DateTimeOffset now)
    {
        var found = sql.Number("PRAGMA user_version");
        if (found > Version)
            throw new JournalException(
                $"the journal {Path} was written by a newer relay (version {found}, this one knows {Version}): deploy that one again, or move the file away"
            );
        if (found == Version)
            return;
        foreach (var statement in Tables)
            sql.Run(statement);
        sql.Run("INSERT INTO facts(name, value) VALUES('created', $1)", now);
        sql.Run($"PRAGMA user_version={Version}");
    }

    static readonly string[] Tables =
    [
        "CREATE TABLE facts(name TEXT PRIMARY KEY, value)",
        // What came in, as it came; kept for a week to see what really arrived.
        "CREATE TABLE bodies(id INTEGER PRIMARY KEY, at INTEGER NOT NULL, is_cut INTEGER NOT NULL, bytes BLOB NOT NULL, is_read INTEGER NOT NULL DEFAULT 0)",
        "CREATE INDEX bodies_unread ON bodies(id) WHERE is_read = 0",
        // `state` is the whole incident as JSON; the other columns are what is searched for.
        """
            CREATE TABLE incidents(id INTEGER PRIMARY KEY, fingerprint TEXT NOT NULL, phase TEXT NOT NULL, starts_at INTEGER NOT NULL,
              closed_at INTEGER, last_seen INTEGER NOT NULL, message INTEGER, state TEXT NOT NULL)
            """,
        "CREATE UNIQUE INDEX incidents_open ON incidents(fingerprint) WHERE phase <> 'Closed'",
        "CREATE INDEX incidents_fingerprint ON incidents(fingerprint, id)",
        "CREATE INDEX incidents_start ON incidents(starts_at)",
        "CREATE INDEX incidents_message ON incidents(message)",
        // Columns in this order, so that the page's newest closed ones need no sorting.
        "CREATE INDEX incidents_phase ON incidents(phase, id)",
        "CREATE TABLE moments(id INTEGER PRIMARY KEY, incident INTEGER NOT NULL, at INTEGER NOT NULL, what TEXT NOT NULL, detail TEXT)",
        "CREATE INDEX moments_incident ON moments(incident, id)",
        """
            CREATE TABLE outbox(id INTEGER PRIMARY KEY, subject TEXT NOT NULL, incident INTEGER, telling TEXT NOT NULL, card TEXT, until INTEGER,
              state TEXT NOT NULL DEFAULT 'Waiting', at INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
              may_repeat INTEGER NOT NULL DEFAULT 0, is_plain INTEGER NOT NULL DEFAULT 0, is_filed INTEGER NOT NULL DEFAULT 0, problem TEXT)
            """,
        "CREATE INDEX outbox_left ON outbox(id) WHERE state IN ('Waiting', 'Sending')",
        "CREATE INDEX outbox_subject ON outbox(subject, id)",
        """
            CREATE TABLE messages(id INTEGER PRIMARY KEY, subject TEXT NOT NULL, telling TEXT NOT NULL, road INTEGER NOT NULL, discord TEXT,
              card TEXT NOT NULL, state TEXT NOT NULL, at INTEGER NOT NULL, edited_at INTEGER, problem TEXT, is_digested INTEGER NOT NULL DEFAULT 0)
            """,
        "CREATE INDEX messages_subject ON messages(subject, id)",
        """
            CREATE TABLE deploys(id TEXT NOT NULL, service TEXT NOT NULL, started_at INTEGER NOT NULL, ended_at INTEGER, state TEXT NOT NULL,
              PRIMARY KEY(id, service)) WITHOUT ROWID
            """,
        "CREATE INDEX deploys_start ON deploys(started_at)",
    ];
}
