using System.Text.Json;
using Benevoclic.Api.Favorites;

namespace Benevoclic.Api.Storage.Sqlite;

sealed class SqliteFavorites(SqliteStore store) : IFavorites
{
    readonly SqliteDocuments _favorites = store[Collection.Favorites];

    public async Task<long> RemoveOfVolunteerAsync(string volunteerId, CancellationToken ct) =>
        (await _favorites.RemoveWhereAsync("volunteerId = $1", volunteerId)).Count;

    public async Task<long> RemoveOfAnnouncementsAsync(
        IReadOnlyCollection<string> announcementIds,
        CancellationToken ct
    ) =>
        (
            await _favorites.RemoveWhereAsync(
                "announcementId IN (SELECT value FROM json_each($1))",
                JsonSerializer.Serialize(announcementIds, DocumentWriting.Options)
            )
        ).Count;
}
