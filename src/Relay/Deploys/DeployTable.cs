using Benevoclic.Relay.Alerts;
using Benevoclic.Relay.Journaling;

namespace Benevoclic.Relay.Deploys;

/// <summary>Deploys in the journal.</summary>
static class DeployTable
{
    const string Columns = "SELECT state FROM deploys";

    /// <summary>The deploy that this alert may come from: one that runs before one that has ended, and its own service first.</summary>
    public static Deploy? Near(Sql sql, Alert alert, DateTimeOffset at) =>
        sql.All($"{Columns} WHERE started_at > $1 ORDER BY started_at DESC LIMIT 20", Read, at - TimeSpan.FromHours(2))
            .Where(deploy => deploy.MarkFor(alert, at) is not null)
            .OrderBy(deploy => deploy.EndedAt is not null)
            .ThenBy(deploy => !deploy.IsOf(alert))
            .FirstOrDefault();

    public static IReadOnlyList<Deploy> OfAct(Sql sql, string id) =>
        sql.All($"{Columns} WHERE id = $1 ORDER BY started_at, service", Read, id);

    public static Deploy? Find(Sql sql, string id, string service) =>
        sql.First($"{Columns} WHERE id = $1 AND service = $2", Read, id, service);

    public static IReadOnlyList<Deploy> Running(Sql sql) =>
        sql.All($"{Columns} WHERE ended_at IS NULL ORDER BY started_at", Read);

    public static void Save(Sql sql, Deploy deploy) =>
        sql.Run(
            "INSERT OR REPLACE INTO deploys(id, service, started_at, ended_at, state) VALUES($1, $2, $3, $4, $5)",
            deploy.Id,
            deploy.Service,
            deploy.StartedAt,
            deploy.EndedAt,
            JournalJson.Of(deploy)
        );

    static Deploy Read(Microsoft.Data.Sqlite.SqliteDataReader row) => JournalJson.Deploy(row.GetString(0));
}
