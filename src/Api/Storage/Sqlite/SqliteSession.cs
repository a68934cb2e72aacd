using Microsoft.Data.Sqlite;

namespace Benevoclic.Api.Storage.Sqlite;

/// <summary>One connection with its prepared statements. Used by one caller at a time.</summary>
/// <remarks>Values are bound to $1, $2 and so on. The texts of statements come from our code alone, so their number is bounded.</remarks>
sealed partial class SqliteSession : IDisposable
{
    readonly SqliteConnection _connection;
    readonly ILogger _logger;
    readonly Dictionary<string, SqliteCommand> _statements = [];
    readonly SqliteMemory _memory = new();

    // A search is one of some hundred combinations of conditions; most are never asked.
    const int MostStatements = 128;

    SqliteSession(SqliteConnection connection, ILogger logger)
    {
        _connection = connection;
        _logger = logger;
    }

    /// <exception cref="SqliteException">The file cannot be opened.</exception>
    public static SqliteSession Open(string path, SqliteOpenMode mode, ILogger logger)
    {
        var address = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            // The sessions themselves are kept; a pool of the driver would keep a file open that we have let go.
            Pooling = false,
            // Seconds that another process may hold the file: during a deploy there are two of us.
            DefaultTimeout = 1,
        };
        var connection = new SqliteConnection(address.ToString());
        try
        {
            connection.Open();
            SqliteFunctions.AddTo(connection);
            var session = new SqliteSession(connection, logger);
            session.Run("PRAGMA busy_timeout = 1000");
            session.Run("PRAGMA synchronous = FULL");
            return session;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>How many rows it changed.</summary>
    public int Run(string sql, params ReadOnlySpan<object> values) => Prepare(sql, values).ExecuteNonQuery();

    public Document? Document(string sql, params ReadOnlySpan<object> values)
    {
        using var reader = Prepare(sql, values).ExecuteReader();
        return reader.Read() ? DocumentOf(reader) : null;
    }

    public IReadOnlyList<Document> Documents(string sql, params ReadOnlySpan<object> values)
    {
        using var reader = Prepare(sql, values).ExecuteReader();
        var documents = new List<Document>();
        while (reader.Read())
            documents.Add(DocumentOf(reader));
        return documents;
    }

    /// <summary>Pairs of a row's number and its document.</summary>
    public IReadOnlyList<(long Row, Document Document)> Rows(string sql, params ReadOnlySpan<object> values)
    {
        using var reader = Prepare(sql, values).ExecuteReader();
        var rows = new List<(long, Document)>();
        while (reader.Read())
            rows.Add((reader.GetInt64(0), DocumentOf(reader, 1)));
        return rows;
    }

    public IReadOnlyList<string> Texts(string sql, params ReadOnlySpan<object> values)
    {
        using var reader = Prepare(sql, values).ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
            texts.Add(reader.GetString(0));
        return texts;
    }

    public IReadOnlyDictionary<string, string> Pairs(string sql, params ReadOnlySpan<object> values)
    {
        using var reader = Prepare(sql, values).ExecuteReader();
        var pairs = new Dictionary<string, string>();
        while (reader.Read())
            pairs[reader.GetString(0)] = reader.GetString(1);
        return pairs;
    }

    public long Number(string sql, params ReadOnlySpan<object> values) =>
        Prepare(sql, values).ExecuteScalar() is long number ? number : 0;

    /// <summary>What was read before, as long as nobody, in no process, has committed anything since.</summary>
    public T Remember<T>(string sql, object[] values, Func<T> read) =>
        _memory.Get(Number("PRAGMA data_version"), string.Join('\u001F', [sql, .. values]), read);

    /// <summary>Several statements at once, without values.</summary>
    public void RunScript(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        Forget();
        _connection.Dispose();
    }

    void Forget()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
        _statements.Clear();
    }

    // The column is TEXT, so that people can read it with the sqlite3 program; its bytes are the UTF-8 that goes out.
    static Document DocumentOf(SqliteDataReader reader, int column = 0) =>
        Storage.Document.Stored(reader.GetFieldValue<byte[]>(column));

    SqliteCommand Prepare(string sql, ReadOnlySpan<object> values)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            if (_statements.Count >= MostStatements)
                Forget();
            statement = _connection.CreateCommand();
            statement.CommandText = sql;
            for (var i = 1; i <= values.Length; i++)
                statement.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
            _statements.Add(sql, statement);
            Log.Prepared(_logger, sql);
        }
        for (var i = 0; i < values.Length; i++)
            statement.Parameters[i].Value = values[i] is Document document ? document.ToString() : values[i];
        return statement;
    }

    static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "Prepared: {Statement}")]
        public static partial void Prepared(ILogger logger, string statement);
    }
}
