using Benevoclic.Api.Associations;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Benevoclic.Api.Storage.Mongo;

sealed class MongoAssociations(MongoStore store) : IAssociations
{
    static readonly FilterDefinitionBuilder<BsonDocument> Where = Builders<BsonDocument>.Filter;
    static readonly UpdateDefinitionBuilder<BsonDocument> Update = Builders<BsonDocument>.Update;

    readonly MongoDocuments _associations = store[Collection.Associations];

    public async Task<Association?> FindAsync(string id, CancellationToken ct) =>
        As(await _associations.FindAsync(id, ct));

    public async Task<Association?> AddAsync(Association association, CancellationToken ct) =>
        As(await _associations.AddAsync(association.Document, ct));

    public async Task<Association?> ChangeAsync(string id, Document fields, CancellationToken ct) =>
        As(await _associations.ChangeAsync(id, fields, ct));

    public Task<bool> RemoveAsync(string id, CancellationToken ct) => _associations.RemoveAsync(id, ct);

    public Task<long> CountAsync(CancellationToken ct) => _associations.CountAsync(ct);

    public async Task<IReadOnlyList<Association>> ListAsync(CancellationToken ct) =>
        All(await _associations.ListAsync(ct));

    public async Task<IReadOnlyList<Association>> ListWithMemberAsync(string volunteerId, CancellationToken ct) =>
        All(await _associations.ListWhereAsync(Has(Association.Members, volunteerId), ct));

    public async Task<IReadOnlyList<Association>> ListWithWaitingAsync(string volunteerId, CancellationToken ct) =>
        All(await _associations.ListWhereAsync(Has(Association.Waiting, volunteerId), ct));

    public Task<Decision?> AddWaitingAsync(string id, Person person, CancellationToken ct) =>
        _associations.DecideAsync(
            "add_waiting",
            id,
            !Has(Association.Waiting, person.Id) & !Has(Association.Members, person.Id),
            Appended(Association.Waiting, person.Document),
            document => new Association(document).AddWaiting(person),
            ct
        );

    public Task<Decision?> AcceptAsync(string id, Person person, string today, CancellationToken ct) =>
        _associations.DecideAsync(
            "accept",
            id,
            Has(Association.Waiting, person.Id) & !Has(Association.Members, person.Id),
            Accepted(person, today),
            document => new Association(document).Accept(person, today),
            ct
        );

    public Task<Decision?> RemoveMemberAsync(string id, string volunteerId, CancellationToken ct) =>
        _associations.DecideAsync(
            "remove_member",
            id,
            Has(Association.Members, volunteerId),
            Update.PullFilter(Association.Members, IsPerson(volunteerId)),
            document => new Association(document).RemoveMember(volunteerId),
            ct
        );

    public Task<Decision?> RemoveWaitingAsync(string id, string volunteerId, CancellationToken ct) =>
        _associations.DecideAsync(
            "remove_waiting",
            id,
            Has(Association.Waiting, volunteerId),
            Update.PullFilter(Association.Waiting, IsPerson(volunteerId)),
            document => new Association(document).RemoveWaiting(volunteerId),
            ct
        );

    public async Task ForgetVolunteerAsync(string volunteerId, CancellationToken ct)
    {
        // One at a time: $pull refuses a document whose other list is none.
        foreach (var list in new[] { Association.Members, Association.Waiting })
        {
            var pull = Update.PullFilter(list, IsPerson(volunteerId));
            await _associations.ChangeWhereAsync("forget", Has(list, volunteerId), pull, ct);
        }
    }

    // An element and not the path: a list that is no list, or null, has nobody in it.
    static FilterDefinition<BsonDocument> Has(string list, string volunteerId) =>
        Where.ElemMatch(list, IsPerson(volunteerId));

    static FilterDefinition<BsonDocument> IsPerson(string volunteerId) => Where.Eq(Association.PersonId, volunteerId);

    static UpdateDefinition<BsonDocument> Appended(string list, Document person) =>
        Pipeline.Update(Pipeline.Set(list, Pipeline.Append(list, Bson.FromWire(person, Collection.Associations))));

    // Appending and removing on one document in one step; two operators could not use one list's own state.
    static UpdateDefinition<BsonDocument> Accepted(Person person, string today) =>
        Pipeline.Update(
            Pipeline.Set(Association.Waiting, Pipeline.Without(Association.Waiting, Association.PersonId, person.Id)),
            Pipeline.Set(
                Association.Members,
                Pipeline.Append(Association.Members, Bson.FromWire(person.Since(today), Collection.Associations))
            )
        );

    static Association? As(Document? document) => document is null ? null : new(document);

    static IReadOnlyList<Association> All(IReadOnlyList<Document> documents) =>
        [.. documents.Select(document => new Association(document))];
}
