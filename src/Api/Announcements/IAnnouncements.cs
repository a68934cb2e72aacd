using Benevoclic.Api.Announcements.Registering;
using Benevoclic.Api.Announcements.Searching;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Announcements;

/// <summary>The collection `announcements`.</summary>
interface IAnnouncements
{
    /// <summary>Null also for an id that is none.</summary>
    Task<Announcement?> FindAsync(string id, CancellationToken ct);

    Task<IReadOnlyList<Announcement>> FindAllAsync(IReadOnlyCollection<string> ids, CancellationToken ct);

    Task<Announcement> AddAsync(Announcement announcement, CancellationToken ct);

    /// <inheritdoc cref="Announcement.Edited"/>
    Task<Announcement?> EditAsync(string id, Document fields, CancellationToken ct);

    /// <summary>False when there is none.</summary>
    Task<bool> RemoveAsync(string id, CancellationToken ct);

    /// <summary>Decides and writes in one step. Null when there is no such announcement.</summary>
    Task<Decision?> RegisterAsync(string id, Registration registration, CancellationToken ct);

    Task<SearchResult> SearchAsync(Search search, CancellationToken ct);

    /// <summary>In every state, the oldest first, some at a time.</summary>
    IAsyncEnumerable<IReadOnlyList<Document>> ReadAllAsync(CancellationToken ct);

    /// <summary>All of an association, in every state, the oldest first.</summary>
    Task<IReadOnlyList<Announcement>> ListOfAssociationAsync(string associationId, CancellationToken ct);

    /// <summary>Those that the public may see and that have this person in one of these lists.</summary>
    Task<IReadOnlyList<Announcement>> ListOfPersonAsync(
        string personId,
        IReadOnlyList<string> lists,
        Tense tense,
        Moment now,
        CancellationToken ct
    );

    /// <summary>The name that announcements show is a copy of the association's.</summary>
    Task RenameAssociationAsync(string associationId, string name, CancellationToken ct);

    Task HideOfAssociationAsync(string associationId, bool isHidden, CancellationToken ct);

    Task RemoveOfAssociationAsync(string associationId, CancellationToken ct);

    /// <inheritdoc cref="Announcement.Forget"/>
    Task ForgetPersonAsync(string personId, CancellationToken ct);

    /// <summary>Those of the ids that there are announcements of.</summary>
    Task<IReadOnlySet<string>> WhichExistAsync(IReadOnlyCollection<string> ids, CancellationToken ct);
}
