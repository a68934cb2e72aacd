using Benevoclic.Api.Associations;

namespace Benevoclic.Api.Storage.Sqlite;

sealed class SqliteAssociations(SqliteStore store) : IAssociations
{
    const string WithPerson =
        "rowid IN (SELECT association FROM association_people WHERE volunteerId = $1 AND list = $2)";
    const string WithPersonAnywhere = "rowid IN (SELECT association FROM association_people WHERE volunteerId = $1)";

    readonly SqliteDocuments _associations = store[Collection.Associations];

    public async Task<Association?> FindAsync(string id, CancellationToken ct) => As(await _associations.FindAsync(id));

    public async Task<Association?> AddAsync(Association association, CancellationToken ct) =>
        As(await _associations.AddAsync(association.Document));

    public async Task<Association?> ChangeAsync(string id, Document fields, CancellationToken ct) =>
        As(await _associations.ChangeAsync(id, fields));

    public Task<bool> RemoveAsync(string id, CancellationToken ct) => _associations.RemoveAsync(id);

    public Task<long> CountAsync(CancellationToken ct) => _associations.CountAsync();

    public async Task<IReadOnlyList<Association>> ListAsync(CancellationToken ct) =>
        All(await _associations.ListAsync());

    public async Task<IReadOnlyList<Association>> ListWithMemberAsync(string volunteerId, CancellationToken ct) =>
        All(await _associations.ListWhereAsync(WithPerson, volunteerId, Association.Members));

    public async Task<IReadOnlyList<Association>> ListWithWaitingAsync(string volunteerId, CancellationToken ct) =>
        All(await _associations.ListWhereAsync(WithPerson, volunteerId, Association.Waiting));

    public Task<Decision?> AddWaitingAsync(string id, Person person, CancellationToken ct) =>
        _associations.DecideAsync("add_waiting", id, document => new Association(document).AddWaiting(person));

    public Task<Decision?> AcceptAsync(string id, Person person, string today, CancellationToken ct) =>
        _associations.DecideAsync("accept", id, document => new Association(document).Accept(person, today));

    public Task<Decision?> RemoveMemberAsync(string id, string volunteerId, CancellationToken ct) =>
        _associations.DecideAsync("remove_member", id, document => new Association(document).RemoveMember(volunteerId));

    public Task<Decision?> RemoveWaitingAsync(string id, string volunteerId, CancellationToken ct) =>
        _associations.DecideAsync(
            "remove_waiting",
            id,
            document => new Association(document).RemoveWaiting(volunteerId)
        );

    public Task ForgetVolunteerAsync(string volunteerId, CancellationToken ct) =>
        _associations.ChangeWhereAsync(
            "forget",
            document => new Association(document).Forget(volunteerId),
            WithPersonAnywhere,
            volunteerId
        );

    static Association? As(Document? document) => document is null ? null : new(document);

    static IReadOnlyList<Association> All(IReadOnlyList<Document> documents) =>
        [.. documents.Select(document => new Association(document))];
}
