namespace Benevoclic.Api.Announcements.Searching;

/// <summary>Bounds of a page.</summary>
static class SearchPaging
{
    public const int DefaultLimit = 9;

    /// <summary>Who asks for more gets this many.</summary>
    public const int MaxLimit = 100;

    const int MaxPage = 1_000_000;

    /// <summary>Null when it is not a page: not whole, or less than 1.</summary>
    public static int? Page(double page) => Whole(page, MaxPage);

    public static int? Limit(double limit) => Whole(limit, MaxLimit);

    static int? Whole(double number, int most) =>
        number >= 1 && number == Math.Floor(number) ? (int)Math.Min(number, most) : null;
}
