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
        var forms = announcements.Select(one => one.Form(audience)).ToList();
        var avatars = await users.AvatarsOfAsync([.. forms.Select(form => form.AssociationId).Distinct()], ct);
        var keys = forms.Select(form => form.ImageKey).OfType<string>().Concat(avatars.Values).Distinct();
        var links = files.LinksFor([.. keys]);
        return
        [
            .. forms.Select(form =>
                form.Show(Link(avatars.GetValueOrDefault(form.AssociationId), links), Link(form.ImageKey, links))
            ),
        ];
    }

    static string Link(string? key, IReadOnlyDictionary<string, string> links) => key is null ? "" : links[key];
}
