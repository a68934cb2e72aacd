using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Associations;

/// <summary>The collection `associations`. Each change of its lists is one conditional write; null says that there is no such association.</summary>
interface IAssociations
{
    Task<Association?> FindAsync(string id, CancellationToken ct);

    /// <summary>The profile with its `_id`, null when this id has one already.</summary>
    Task<Association?> AddAsync(Association association, CancellationToken ct);

    /// <summary>Sets these fields and no others. The profile after the change.</summary>
    Task<Association?> ChangeAsync(string id, Document fields, CancellationToken ct);

    /// <summary>False when there is none.</summary>
    Task<bool> RemoveAsync(string id, CancellationToken ct);

    Task<long> CountAsync(CancellationToken ct);

    /// <summary>All of them, the oldest first.</summary>
    Task<IReadOnlyList<Association>> ListAsync(CancellationToken ct);

    Task<IReadOnlyList<Association>> ListWithMemberAsync(string volunteerId, CancellationToken ct);

    Task<IReadOnlyList<Association>> ListWithWaitingAsync(string volunteerId, CancellationToken ct);

    /// <inheritdoc cref="Association.AddWaiting"/>
    Task<Decision?> AddWaitingAsync(string id, Person person, CancellationToken ct);

    /// <inheritdoc cref="Association.Accept"/>
    Task<Decision?> AcceptAsync(string id, Person person, string today, CancellationToken ct);

    Task<Decision?> RemoveMemberAsync(string id, string volunteerId, CancellationToken ct);

    Task<Decision?> RemoveWaitingAsync(string id, string volunteerId, CancellationToken ct);

    /// <summary>Takes a volunteer out of every list.</summary>
    Task ForgetVolunteerAsync(string volunteerId, CancellationToken ct);
}
