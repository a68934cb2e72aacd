using System.Text.RegularExpressions;
using Benevoclic.Api.Announcements.Searching;
using Benevoclic.Api.Storage;
using Benevoclic.Api.Text;

namespace Benevoclic.Api.Tests.Announcements;

/// <summary>A search as one would write it down: look at each announcement, keep what fits, sort, cut out the page.</summary>
static class PlainSearch
{
    public static (IReadOnlyList<string> Page, long Total) Of(Search search, IEnumerable<Document> all)
    {
        var found = all.Where(document => Fits(search, document)).ToList();
        var ordered = found
            .OrderBy(document => document.Text(search.Order.Field), StringComparer.Ordinal)
            .ThenBy(document => document.Text("_id"), StringComparer.Ordinal)
            .ToList();
        if (search.Order.IsDescending)
            ordered.Reverse();
        return (
            [.. ordered.Skip((int)search.Skipped).Take(search.Limit).Select(document => document.Text("_id")!)],
            found.Count
        );
    }

    static bool Fits(Search search, Document document) =>
        IsShown(search, document)
        && (search.AssociationId is null || document.Text("associationId") == search.AssociationId)
        && (search.Status is null || document.Text("status") == search.Status)
        && (search.Terms.Count == 0 || search.Terms.Any(term => Contains(document, term)))
        && (search.Tags.Count == 0 || TagsOf(document).Intersect(search.Tags).Any())
        && search.Hours.Contains(document.Text("hoursEvent"))
        && search.DateEvent.Contains(document.Text("dateEvent"))
        && search.DatePublication.Contains(document.Text("datePublication"))
        && (search.Area is not { } area || IsWithin(area, document));

    static bool IsShown(Search search, Document document)
    {
        if (search.UpcomingAt is not { } now)
            return true;
        var (day, hour) = (document.Text("dateEvent"), document.Text("hoursEvent"));
        return document.Flag("isHidden") != true
            && document.Text("status") != "INACTIVE"
            && day is not null
            && Regex.IsMatch(day, "^[0-9]{4}-[0-9]{2}-[0-9]{2}")
            && (
                string.CompareOrdinal(day, now.Day) > 0
                || (day == now.Day && string.CompareOrdinal(hour, now.Hour) >= 0)
            );
    }

    static bool Contains(Document document, SearchTerm term) =>
        document.Text(term.Field) is { } text && Accents.Fold(text).Contains(term.Text, StringComparison.Ordinal);

    static IEnumerable<string?> TagsOf(Document document) =>
        document.Root.TryGetProperty("tags", out var tags) && tags.ValueKind == System.Text.Json.JsonValueKind.Array
            ? tags.EnumerateArray().Select(tag => tag.GetString())
            : [];

    static bool IsWithin(SearchArea area, Document document)
    {
        if (document.Part("locationAnnouncement") is not { } place)
            return false;
        var coordinates = place.Root.GetProperty("coordinates");
        return area.DistanceTo(coordinates[0].GetDouble(), coordinates[1].GetDouble()) <= area.Radius;
    }
}
