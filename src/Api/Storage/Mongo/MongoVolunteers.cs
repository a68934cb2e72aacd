using Benevoclic.Api.Volunteers;

namespace Benevoclic.Api.Storage.Mongo;

sealed class MongoVolunteers(MongoStore store) : IVolunteers
{
    readonly MongoDocuments _volunteers = store[Collection.Volunteers];

    public async Task<Volunteer?> FindAsync(string id, CancellationToken ct) => As(await _volunteers.FindAsync(id, ct));

    public async Task<Volunteer?> AddAsync(Volunteer volunteer, CancellationToken ct) =>
        As(await _volunteers.AddAsync(volunteer.Document, ct));

    public async Task<Volunteer?> ChangeAsync(string id, Document fields, CancellationToken ct) =>
        As(await _volunteers.ChangeAsync(id, fields, ct));

    public Task<IReadOnlySet<string>> WhichExistAsync(IReadOnlyCollection<string> ids, CancellationToken ct) =>
        _volunteers.WhichExistAsync(ids, ct);

    public Task<bool> RemoveAsync(string id, CancellationToken ct) => _volunteers.RemoveAsync(id, ct);

    public Task<long> CountAsync(CancellationToken ct) => _volunteers.CountAsync(ct);

    public async Task<IReadOnlyList<Volunteer>> ListAsync(CancellationToken ct) =>
        [.. (await _volunteers.ListAsync(ct)).Select(document => new Volunteer(document))];

    static Volunteer? As(Document? document) => document is null ? null : new(document);
}
