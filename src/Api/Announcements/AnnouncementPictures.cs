using Benevoclic.Api.Accounts;
using Benevoclic.Api.Files;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Announcements;

/// <summary>
/// Puts links to pictures into announcements: the association's avatar and the cover. For any number of announcements it is one
/// question to the store.
/// </summary>
sealed class AnnouncementPictures(IUsers users, IFiles files)
{
    public async Task<Document> ShowAsync(Announcement announcement, Audience audience, CancellationToken ct) =>
        (await ShowAsync([announcement], audience, ct))[0];

    public async Task<IReadOnlyList<Document>> ShowAsync(
        IReadOnlyList<Announcement> announcements,
        Audience audience,
        CancellationToken ct
    )
    {
        var avatars = await users.AvatarsOfAsync([.. announcements.Select(one => one.AssociationId).Distinct()], ct);
        var keys = announcements.Select(one => one.ImageKey).OfType<string>().Concat(avatars.Values).Distinct();
        var links = files.LinksFor([.. keys]);
        return
        [
            .. announcements.Select(one =>
                AnnouncementForm.Show(
                    one.Document,
                    Link(avatars.GetValueOrDefault(one.AssociationId), links),
                    Link(one.ImageKey, links),
                    audience
                )
            ),
        ];
    }

    static string Link(string? key, IReadOnlyDictionary<string, string> links) => key is null ? "" : links[key];
}
