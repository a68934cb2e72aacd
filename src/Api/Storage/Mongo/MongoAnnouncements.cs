using Benevoclic.Api.Announcements;
using Benevoclic.Api.Announcements.Registering;
using Benevoclic.Api.Announcements.Searching;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Benevoclic.Api.Storage.Mongo;

sealed class MongoAnnouncements(MongoStore store) : IAnnouncements
{
    static readonly FilterDefinitionBuilder<BsonDocument> Where = Builders<BsonDocument>.Filter;

    readonly MongoDocuments _announcements = store[Collection.Announcements];

    public async Task<Announcement?> FindAsync(string id, CancellationToken ct) =>
        As(await _announcements.FindAsync(id, ct));

    public async Task<IReadOnlyList<Announcement>> FindAllAsync(
        IReadOnlyCollection<string> ids,
        CancellationToken ct
    ) =>
        All(
            await _announcements.ListWhereAsync(
                Where.In(DocumentId.Field, ids.Select(id => Bson.FromText(DocumentId.Field, id))),
                ct
            )
        );

    public async Task<Announcement> AddAsync(Announcement announcement, CancellationToken ct) =>
        new((await _announcements.AddAsync(announcement.Document, ct))!);

    public async Task<Announcement?> EditAsync(string id, Document fields, CancellationToken ct) =>
        As(
            Announcement.ChangesPlaces(fields)
                ? await _announcements.ChangeAsync(id, fields, MongoSeats.Counted, ct)
                : await _announcements.ChangeAsync(id, fields, ct)
        );

    public Task<IReadOnlySet<string>> WhichExistAsync(IReadOnlyCollection<string> ids, CancellationToken ct) =>
        _announcements.WhichExistAsync(ids, ct);

    public Task<bool> RemoveAsync(string id, CancellationToken ct) => _announcements.RemoveAsync(id, ct);

    public Task<Decision?> RegisterAsync(string id, Registration registration, CancellationToken ct)
    {
        var (condition, update) = MongoRegistrations.Of(registration);
        return _announcements.DecideAsync(
            registration.Verb,
            id,
            condition,
            update,
            document => registration.Decide(new Announcement(document)),
            ct
        );
    }

    public async Task<SearchResult> SearchAsync(Search search, CancellationToken ct)
    {
        var (page, total) = await _announcements.PageAsync(
            MongoSearch.Condition(search),
            MongoSearch.Order(search.Order),
            search.Skipped,
            search.Limit,
            ct
        );
        return new(All(page), total);
    }

    public IAsyncEnumerable<IReadOnlyList<Document>> ReadAllAsync(CancellationToken ct) =>
        _announcements.ReadAllAsync(ct);

    public async Task<IReadOnlyList<Announcement>> ListOfAssociationAsync(string associationId, CancellationToken ct) =>
        All(await _announcements.ListWhereAsync(OfAssociation(associationId), ct));

    public async Task<IReadOnlyList<Announcement>> ListOfPersonAsync(
        string personId,
        IReadOnlyList<string> lists,
        Tense tense,
        Moment now,
        CancellationToken ct
    ) =>
        All(
            await _announcements.ListWhereAsync(
                WithPerson(personId, lists) & MongoSearch.Visible & MongoSearch.InTime(tense, now),
                ct
            )
        );

    public Task RenameAssociationAsync(string associationId, string name, CancellationToken ct) =>
        SetOfAssociationAsync("rename_association", associationId, "associationName", name, ct);

    public Task HideOfAssociationAsync(string associationId, bool isHidden, CancellationToken ct) =>
        SetOfAssociationAsync("hide", associationId, "isHidden", isHidden, ct);

    public Task RemoveOfAssociationAsync(string associationId, CancellationToken ct) =>
        _announcements.RemoveWhereAsync(OfAssociation(associationId), ct);

    public Task ForgetPersonAsync(string personId, CancellationToken ct) =>
        _announcements.ChangeWhereAsync(
            "forget",
            WithPerson(personId, Announcement.Lists),
            Pipeline.Update([
                .. Announcement.Lists.Select(list => MongoRegistrations.Without(list, personId)),
                .. MongoSeats.Counted,
            ]),
            ct
        );

    Task SetOfAssociationAsync(string verb, string id, string field, BsonValue value, CancellationToken ct) =>
        _announcements.ChangeWhereAsync(verb, OfAssociation(id), Builders<BsonDocument>.Update.Set(field, value), ct);

    static FilterDefinition<BsonDocument> OfAssociation(string id) => Where.Eq("associationId", id);

    static FilterDefinition<BsonDocument> WithPerson(string personId, IEnumerable<string> lists) =>
        Where.Or(lists.Select(list => MongoRegistrations.Has(list, personId)));

    static Announcement? As(Document? document) => document is null ? null : new(document);

    static IReadOnlyList<Announcement> All(IReadOnlyList<Document> documents) =>
        [.. documents.Select(document => new Announcement(document))];
}
