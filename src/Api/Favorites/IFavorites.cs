namespace Benevoclic.Api.Favorites;

/// <summary>The collection `favorites`: which volunteer marked which announcement. Lists have the oldest first.</summary>
interface IFavorites
{
    /// <summary>False when the pair is there already.</summary>
    Task<bool> AddAsync(Favorite favorite, CancellationToken ct);

    Task<Favorite?> FindAsync(string volunteerId, string announcementId, CancellationToken ct);

    Task<IReadOnlyList<Favorite>> ListAsync(CancellationToken ct);

    Task<IReadOnlyList<Favorite>> ListOfVolunteerAsync(string volunteerId, CancellationToken ct);

    Task<IReadOnlyList<Favorite>> ListOfAnnouncementAsync(string announcementId, CancellationToken ct);

    /// <summary>How many: production has pairs that were stored twice.</summary>
    Task<long> RemoveAsync(string volunteerId, string announcementId, CancellationToken ct);

    /// <summary>How many.</summary>
    Task<long> RemoveOfVolunteerAsync(string volunteerId, CancellationToken ct);

    /// <summary>How many.</summary>
    Task<long> RemoveOfAnnouncementsAsync(IReadOnlyCollection<string> announcementIds, CancellationToken ct);
}
