using Benevoclic.Api.Volunteers;

namespace Benevoclic.Api.Storage.Sqlite;

sealed class SqliteVolunteers(SqliteStore store) : IVolunteers
{
    readonly SqliteDocuments _volunteers = store[Collection.Volunteers];

    public async Task<Volunteer?> FindAsync(string id, CancellationToken ct) => As(await _volunteers.FindAsync(id));

    public async Task<Volunteer?> AddAsync(Volunteer volunteer, CancellationToken ct) =>
        As(await _volunteers.AddAsync(volunteer.Document));

    public async Task<Volunteer?> ChangeAsync(string id, Document fields, CancellationToken ct) =>
        As(await _volunteers.ChangeAsync(id, fields));

    public Task<IReadOnlySet<string>> WhichExistAsync(IReadOnlyCollection<string> ids, CancellationToken ct) =>
        _volunteers.WhichExistAsync(ids);

    public Task<bool> RemoveAsync(string id, CancellationToken ct) => _volunteers.RemoveAsync(id);

    public Task<long> CountAsync(CancellationToken ct) => _volunteers.CountAsync();

    public async Task<IReadOnlyList<Volunteer>> ListAsync(CancellationToken ct) =>
        [.. (await _volunteers.ListAsync()).Select(document => new Volunteer(document))];

    static Volunteer? As(Document? document) => document is null ? null : new(document);
}
