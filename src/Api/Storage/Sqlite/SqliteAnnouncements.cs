using Benevoclic.Api.Announcements;

namespace Benevoclic.Api.Storage.Sqlite;

sealed class SqliteAnnouncements(SqliteStore store) : IAnnouncements
{
    const string OfAssociation = "associationId = $1";
    const string WithPerson = "rowid IN (SELECT announcement FROM announcement_people WHERE person = $1)";

    readonly SqliteDocuments _announcements = store[Collection.Announcements];

    public async Task<IReadOnlyList<Announcement>> ListOfAssociationAsync(string associationId, CancellationToken ct) =>
        [
            .. (await _announcements.ListWhereAsync(OfAssociation, associationId)).Select(document => new Announcement(
                document
            )),
        ];

    public Task RenameAssociationAsync(string associationId, string name, CancellationToken ct) =>
        _announcements.ChangeWhereAsync(
            "rename_association",
            document => document.With(("associationName", name)),
            OfAssociation,
            associationId
        );

    public Task RemoveOfAssociationAsync(string associationId, CancellationToken ct) =>
        _announcements.RemoveWhereAsync(OfAssociation, associationId);

    public Task ForgetPersonAsync(string personId, CancellationToken ct) =>
        _announcements.ChangeWhereAsync(
            "forget",
            document => new Announcement(document).Forget(personId),
            WithPerson,
            personId
        );
}
