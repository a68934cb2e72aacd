namespace Benevoclic.Api.Storage.Sqlite;

/// <summary>What the stores of the features share: the file, the measurements, and a clock for new ids.</summary>
sealed class SqliteStore(SqliteDatabase database, StoreMetrics metrics, TimeProvider clock)
{
    const string Name = "sqlite";

    public SqliteDocuments this[Collection collection] => new(this, collection);

    public Task<T> ReadAsync<T>(string operation, Func<SqliteSession, T> read) =>
        metrics.MeasureAsync(Name, operation, () => Task.FromResult(database.Read(read)));

    /// <summary>Returns once the change is on the disk.</summary>
    public Task<T> WriteAsync<T>(string operation, Func<SqliteSession, T> write) =>
        metrics.MeasureAsync(Name, operation, () => database.WriteAsync(write));

    public string NewId() => DocumentId.New(clock);
}
