using Benevoclic.Api.Hosting.Errors;
using Microsoft.Data.Sqlite;

namespace Benevoclic.Api.Storage.Sqlite;

/// <summary>Tells what went wrong with the file from what is wrong with a statement.</summary>
static class SqliteFault
{
    /// <summary>SQLITE_CONSTRAINT_UNIQUE, https://sqlite.org/rescode.html.</summary>
    public const int UniqueConstraint = 2067;

    const string Dependency = "SQLite";

    enum Code
    {
        Busy = 5,
        Locked = 6,
        NoMemory = 7,
        ReadOnly = 8,
        Interrupted = 9,
        InputOutput = 10,
        Corrupt = 11,
        Full = 13,
        CannotOpen = 14,
        Protocol = 15,
        NotADatabase = 26,
    }

    /// <summary>Full, read-only, locked, broken or not there: a person has to do something, and the request may come again.</summary>
    public static bool IsOfTheFile(SqliteException error) => Enum.IsDefined((Code)error.SqliteErrorCode);

    public static Exception Translate(Exception error) =>
        error is SqliteException fault && IsOfTheFile(fault) ? new UnavailableException(Dependency, fault) : error;

    public static UnavailableException Vanished() =>
        new(Dependency, new FileNotFoundException("the file of the database is gone"));
}
