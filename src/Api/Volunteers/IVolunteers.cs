using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Volunteers;

/// <summary>The collection `volunteers`.</summary>
interface IVolunteers
{
    Task<Volunteer?> FindAsync(string id, CancellationToken ct);

    /// <summary>The profile with its `_id`, null when this id has one already.</summary>
    Task<Volunteer?> AddAsync(Volunteer volunteer, CancellationToken ct);

    /// <summary>Sets these fields and no others. The profile after the change, null when there is none.</summary>
    Task<Volunteer?> ChangeAsync(string id, Document fields, CancellationToken ct);

    /// <summary>False when there is none.</summary>
    Task<bool> RemoveAsync(string id, CancellationToken ct);

    Task<long> CountAsync(CancellationToken ct);

    /// <summary>All of them, the oldest first.</summary>
    Task<IReadOnlyList<Volunteer>> ListAsync(CancellationToken ct);

    /// <summary>Those of the ids that there are profiles of.</summary>
    Task<IReadOnlySet<string>> WhichExistAsync(IReadOnlyCollection<string> ids, CancellationToken ct);
}
