using Benevoclic.Api.Hosting.Bodies;

namespace Benevoclic.Api.Announcements.Searching;

/// <summary>What both searches ask for in the same words.</summary>
/// <param name="PublicationInterval">How long ago it may have been published; wins over the two dates.</param>
sealed record SearchFields(
    string? NameEvent,
    string? Description,
    string? Status,
    IReadOnlyList<string>? Tags,
    string? HoursEventFrom,
    string? HoursEventTo,
    string? DateEventFrom,
    string? DateEventTo,
    string? PublicationInterval,
    string? DatePublicationFrom,
    string? DatePublicationTo,
    double Page,
    double Limit,
    string? Sort
)
{
    static readonly IReadOnlyList<string> SortWords = [.. SearchOrder.All.Select(order => order.Word)];

    public static SearchFields From(Fields fields) =>
        new(
            fields.OptionalText("nameEvent"),
            fields.OptionalText("description"),
            fields.OptionalOneOfUnlisted("status", AnnouncementStatus.Words),
            fields.OptionalTexts("tags", mayBeEmpty: false),
            fields.OptionalHour("hoursEventFrom"),
            fields.OptionalHour("hoursEventTo"),
            fields.OptionalDate("dateEventFrom"),
            fields.OptionalDate("dateEventTo"),
            fields.OptionalOneOfUnlisted("publicationInterval", PublicationIntervals.Words),
            fields.OptionalDate("datePublicationFrom"),
            fields.OptionalDate("datePublicationTo"),
            fields.OptionalNumber("page") ?? 1,
            fields.OptionalNumber("limit") ?? SearchPaging.DefaultLimit,
            fields.OptionalOneOfUnlisted("sort", SortWords)
        );

    /// <summary>Null when the page or the limit is none.</summary>
    public Search? ToSearch(DateTimeOffset now) =>
        SearchPaging.Page(Page) is { } page && SearchPaging.Limit(Limit) is { } limit
            ? new Search
            {
                Terms = SearchTerm.AllOf(("nameEvent", NameEvent), ("description", Description)),
                Status = Status,
                Tags = Tags ?? [],
                Hours = new(HoursEventFrom, HoursEventTo),
                DateEvent = Dates(DateEventFrom, DateEventTo),
                DatePublication = PublicationInterval is { } interval
                    ? new(TextRange.Date(PublicationIntervals.Before(now, interval)), null)
                    : Dates(DatePublicationFrom, DatePublicationTo),
                Order = SearchOrder.Of(Sort),
                Page = page,
                Limit = limit,
            }
            : null;

    static TextRange Dates(string? from, string? to) => new(Bound(from), Bound(to));

    static string? Bound(string? date) => date is null ? null : TextRange.Date(IsoDate.Parse(date));
}
