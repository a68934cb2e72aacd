namespace Benevoclic.Api.Announcements.Searching;

/// <summary>By a date; what has the same date comes in the order of ids, so that pages do not overlap.</summary>
sealed record SearchOrder(string Word, string Field, bool IsDescending)
{
    public static readonly SearchOrder SoonestFirst = new("dateEvent_asc", "dateEvent", false);
    public static readonly SearchOrder LatestFirst = new("dateEvent_desc", "dateEvent", true);
    public static readonly SearchOrder NewestFirst = new("datePublication_desc", "datePublication", true);

    public static readonly IReadOnlyList<SearchOrder> All = [SoonestFirst, LatestFirst, NewestFirst];

    public static SearchOrder Of(string? word) => All.FirstOrDefault(order => order.Word == word) ?? NewestFirst;
}
