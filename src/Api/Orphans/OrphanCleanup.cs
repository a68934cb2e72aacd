using Benevoclic.Api.Announcements;
using Benevoclic.Api.Favorites;
using Benevoclic.Api.Volunteers;

namespace Benevoclic.Api.Orphans;

/// <summary>
/// Removes what points to nothing. Only what a store has said is missing: a question that was not answered is an exception here, and
/// deletes nothing. The old API took every error for an absence.
/// </summary>
sealed class OrphanCleanup(IFavorites favorites, IAnnouncements announcements, IVolunteers volunteers)
{
    /// <summary>Favorites of announcements that are gone. How many.</summary>
    public async Task<long> RemoveFavoritesAsync(CancellationToken ct)
    {
        var marked = (await favorites.ListAsync(ct)).Select(favorite => favorite.AnnouncementId).ToHashSet();
        marked.ExceptWith(await announcements.WhichExistAsync(marked, ct));
        return marked.Count == 0 ? 0 : await favorites.RemoveOfAnnouncementsAsync(marked, ct);
    }

    /// <summary>People without a profile, in favorites and in the lists of announcements. How many people.</summary>
    public async Task<int> RemovePeopleAsync(CancellationToken ct)
    {
        var people = await PeopleAsync(ct);
        people.ExceptWith(await volunteers.WhichExistAsync(people, ct));
        foreach (var person in people)
            await RemovePersonAsync(person, ct);
        return people.Count;
    }

    public async Task RemovePersonAsync(string id, CancellationToken ct)
    {
        await favorites.RemoveOfVolunteerAsync(id, ct);
        await announcements.ForgetPersonAsync(id, ct);
    }

    async Task<HashSet<string>> PeopleAsync(CancellationToken ct)
    {
        var people = (await favorites.ListAsync(ct)).Select(favorite => favorite.VolunteerId).ToHashSet();
        await foreach (var some in announcements.ReadAllAsync(ct))
            people.UnionWith(some.SelectMany(document => new Announcement(document).People));
        people.Remove("");
        return people;
    }
}
