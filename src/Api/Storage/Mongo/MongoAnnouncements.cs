using Benevoclic.Api.Announcements;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Benevoclic.Api.Storage.Mongo;

sealed class MongoAnnouncements(MongoStore store) : IAnnouncements
{
    static readonly FilterDefinitionBuilder<BsonDocument> Where = Builders<BsonDocument>.Filter;
    static readonly string[] Lists = [Announcement.Participants, Announcement.Volunteers, Announcement.Waiting];

    readonly MongoDocuments _announcements = store[Collection.Announcements];

    public async Task<IReadOnlyList<Announcement>> ListOfAssociationAsync(string associationId, CancellationToken ct) =>
        [
            .. (await _announcements.ListWhereAsync(OfAssociation(associationId), ct)).Select(
                document => new Announcement(document)
            ),
        ];

    public Task RenameAssociationAsync(string associationId, string name, CancellationToken ct) =>
        _announcements.ChangeWhereAsync(
            "rename_association",
            OfAssociation(associationId),
            Builders<BsonDocument>.Update.Set("associationName", name),
            ct
        );

    public Task RemoveOfAssociationAsync(string associationId, CancellationToken ct) =>
        _announcements.RemoveWhereAsync(OfAssociation(associationId), ct);

    public Task ForgetPersonAsync(string personId, CancellationToken ct) =>
        _announcements.ChangeWhereAsync(
            "forget",
            Where.Or(Lists.Select(list => Has(list, personId))),
            Pipeline.Update([.. Lists.Select(list => Without(list, personId)), .. MongoSeats.Counted]),
            ct
        );

    static FilterDefinition<BsonDocument> OfAssociation(string id) => Where.Eq("associationId", id);

    static FilterDefinition<BsonDocument> Has(string list, string personId) =>
        Where.ElemMatch(list, Where.Eq(Announcement.PersonId, personId));

    static BsonDocument Without(string list, string personId) =>
        Pipeline.Set(
            list,
            // A list that the document does not have stays absent.
            Pipeline.If(
                new BsonDocument("$isArray", $"${list}"),
                Pipeline.Without(list, Announcement.PersonId, personId),
                $"${list}"
            )
        );
}
