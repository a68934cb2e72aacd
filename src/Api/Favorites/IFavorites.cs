namespace Benevoclic.Api.Favorites;

/// <summary>The collection `favorites`: which volunteer marked which announcement.</summary>
interface IFavorites
{
    /// <summary>How many.</summary>
    Task<long> RemoveOfVolunteerAsync(string volunteerId, CancellationToken ct);

    /// <summary>How many.</summary>
    Task<long> RemoveOfAnnouncementsAsync(IReadOnlyCollection<string> announcementIds, CancellationToken ct);
}
