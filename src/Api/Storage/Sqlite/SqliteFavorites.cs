using System.Text.Json;
using Benevoclic.Api.Favorites;

namespace Benevoclic.Api.Storage.Sqlite;

sealed class SqliteFavorites(SqliteStore store) : IFavorites
{
    const string Pair = "volunteerId = $1 AND announcementId = $2";
    const string OfVolunteer = "volunteerId = $1";

    readonly SqliteDocuments _favorites = store[Collection.Favorites];

    public async Task<bool> AddAsync(Favorite favorite, CancellationToken ct) =>
        await _favorites.AddAsync(favorite.Document) is not null;

    public async Task<Favorite?> FindAsync(string volunteerId, string announcementId, CancellationToken ct) =>
        await _favorites.FindWhereAsync(Pair, volunteerId, announcementId) is { } found ? new(found) : null;

    public async Task<IReadOnlyList<Favorite>> ListAsync(CancellationToken ct) => All(await _favorites.ListAsync());

    public async Task<IReadOnlyList<Favorite>> ListOfVolunteerAsync(string volunteerId, CancellationToken ct) =>
        All(await _favorites.ListWhereAsync(OfVolunteer, volunteerId));

    public async Task<IReadOnlyList<Favorite>> ListOfAnnouncementAsync(string announcementId, CancellationToken ct) =>
        All(await _favorites.ListWhereAsync("announcementId = $1", announcementId));

    public async Task<long> RemoveAsync(string volunteerId, string announcementId, CancellationToken ct) =>
        (await _favorites.RemoveWhereAsync(Pair, volunteerId, announcementId)).Count;

    public async Task<long> RemoveOfVolunteerAsync(string volunteerId, CancellationToken ct) =>
        (await _favorites.RemoveWhereAsync(OfVolunteer, volunteerId)).Count;

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

    static IReadOnlyList<Favorite> All(IReadOnlyList<Document> documents) =>
        [.. documents.Select(document => new Favorite(document))];
}
