using Benevoclic.Api.Announcements.Searching;
using Benevoclic.Api.Text;
using Microsoft.Data.Sqlite;

namespace Benevoclic.Api.Storage.Sqlite;

/// <summary>What SQL may call that is ours, so that both backends and the tests mean the same.</summary>
static class SqliteFunctions
{
    public static void AddTo(SqliteConnection connection)
    {
        connection.CreateFunction(
            "fold",
            (string? text) => text is null ? null : Accents.Fold(text),
            isDeterministic: true
        );
        connection.CreateFunction<double, double, double, double, double>(
            "metres",
            SearchArea.Distance,
            isDeterministic: true
        );
    }
}
