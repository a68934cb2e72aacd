namespace Benevoclic.Api.Announcements.Searching;

/// <param name="Page">Those of the page that was asked for.</param>
/// <param name="Total">How many there are on all pages.</param>
sealed record SearchResult(IReadOnlyList<Announcement> Page, long Total)
{
    public static readonly SearchResult Nothing = new([], 0);
}
