using System.Reflection;

namespace Benevoclic.Api.Storage.Sqlite;

/// <summary>
/// Brings the file to what this version needs: every script of Migrations/ that it has not seen, in the order of their names.
/// Scripts add, or replace an index or a trigger by a better one: the version before must still work on the file after a rollback.
/// </summary>
static class SqliteMigrations
{
    const string Prefix = "migrations/";

    public static void Run(SqliteSession session)
    {
        session.Run("PRAGMA journal_mode = WAL");
        // Another process may be at it too: during a deploy two start on one file.
        session.Run("BEGIN IMMEDIATE");
        session.Run("CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY) WITHOUT ROWID");
        var seen = session.Texts("SELECT name FROM migrations");
        foreach (var name in Names().Except(seen).Order(StringComparer.Ordinal))
        {
            session.RunScript(Script(name));
            session.Run("INSERT INTO migrations (name) VALUES ($1)", name);
        }
        session.Run("COMMIT");
    }

    static IEnumerable<string> Names() =>
        from resource in Assembly.GetExecutingAssembly().GetManifestResourceNames()
        where resource.StartsWith(Prefix, StringComparison.Ordinal)
        select resource[Prefix.Length..];

    static string Script(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
