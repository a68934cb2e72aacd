namespace Benevoclic.Api.Storage.Sqlite;

/// <summary>One write on its way to the disk, and who waits for it.</summary>
abstract class SqliteWrite
{
    public abstract void Apply(SqliteSession session);

    /// <summary>It is on the disk. Does nothing when it has failed before.</summary>
    public abstract void Succeed();

    public abstract void Fail(Exception error);
}

sealed class SqliteWrite<T>(Func<SqliteSession, T> write) : SqliteWrite
{
    readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    T _result = default!;

    public Task<T> Answer => _answer.Task;

    public override void Apply(SqliteSession session) => _result = write(session);

    public override void Succeed() => _answer.TrySetResult(_result);

    public override void Fail(Exception error) => _answer.TrySetException(error);
}
