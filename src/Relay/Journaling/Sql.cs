using Microsoft.Data.Sqlite;

namespace Benevoclic.Relay.Journaling;

/// <summary>Statements on one connection. Values are always parameters ($1, $2, …); each statement is prepared once.</summary>
sealed class Sql(SqliteConnection connection) : IDisposable
{
    readonly Dictionary<string, SqliteCommand> _prepared = [];
    readonly List<Action> _onceKept = [];

    /// <summary>How much waits for the commit.</summary>
    public int Waiting => _onceKept.Count;

    /// <summary>Does this after the commit that is under way; not at all when there is none. It must be quick.</summary>
    public void OnceKept(Action act) => _onceKept.Add(act);

    public void Kept()
    {
        _onceKept.ForEach(act => act());
        _onceKept.Clear();
    }

    /// <param name="from">What was said before that is still to be done.</param>
    public void Forget(int from) => _onceKept.RemoveRange(from, _onceKept.Count - from);

    /// <returns>How many rows it changed.</returns>
    public int Run(string text, params ReadOnlySpan<object?> values) => Command(text, values).ExecuteNonQuery();

    /// <returns>The number of the new row.</returns>
    public long Insert(string text, params ReadOnlySpan<object?> values)
    {
        Command(text, values).ExecuteNonQuery();
        return Number("SELECT last_insert_rowid()");
    }

    /// <returns>The first value of the first row; 0 when there is none.</returns>
    public long Number(string text, params ReadOnlySpan<object?> values) =>
        Command(text, values).ExecuteScalar() is long number ? number : 0;

    public List<T> All<T>(string text, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var reader = Command(text, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    /// <summary>Row by row, without holding them all. The same text must not be asked again meanwhile.</summary>
    public IEnumerable<T> Each<T>(string text, Func<SqliteDataReader, T> read, params object?[] values)
    {
        using var reader = Command(text, values).ExecuteReader();
        while (reader.Read())
            yield return read(reader);
    }

    public T? First<T>(string text, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
        where T : class
    {
        using var reader = Command(text, values).ExecuteReader();
        return reader.Read() ? read(reader) : null;
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
            command.Dispose();
        connection.Dispose();
    }

    SqliteCommand Command(string text, ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(text, out var command))
            _prepared[text] = command = Prepare(text, values.Length);
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = Stored(values[i]);
        return command;
    }

    SqliteCommand Prepare(string text, int values)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        for (var i = 1; i <= values; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        return command;
    }

    /// <summary>Times are milliseconds since 1970, in every table.</summary>
    static object Stored(object? value) =>
        value switch
        {
            null => DBNull.Value,
            DateTimeOffset at => at.ToUnixTimeMilliseconds(),
            bool yes => yes ? 1L : 0L,
            Enum name => name.ToString(),
            _ => value,
        };
}
