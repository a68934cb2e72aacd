using Benevoclic.Api.Announcements;
using Benevoclic.Api.Announcements.Searching;
using Benevoclic.Api.Text;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Benevoclic.Api.Storage.Mongo;

/// <summary>A search as a filter. Two commands a search: a count and a page.</summary>
static class MongoSearch
{
    const string AnyDay = "^[0-9]{4}-[0-9]{2}-[0-9]{2}";

    // MongoDB takes a pattern of 32,764 bytes, and one letter with all that may stand for it is 30 of them. Who sends more has what
    // begins like it.
    const int MostLetters = 1000;

    static readonly FilterDefinitionBuilder<BsonDocument> Where = Builders<BsonDocument>.Filter;

    /// <summary>What the public may see.</summary>
    public static FilterDefinition<BsonDocument> Visible =>
        Where.Ne("isHidden", true) & Where.Ne("status", AnnouncementStatus.Inactive);

    public static FilterDefinition<BsonDocument> Condition(Search search)
    {
        var conditions = new List<FilterDefinition<BsonDocument>>();
        if (search.UpcomingAt is { } now)
            conditions.AddRange([Visible, InTime(Tense.Upcoming, now)]);
        if (search.AssociationId is { } association)
            conditions.Add(Where.Eq("associationId", association));
        if (search.Status is { } status)
            conditions.Add(Where.Eq("status", status));
        if (search.Terms.Count > 0)
            conditions.Add(Where.Or(search.Terms.Select(Containing)));
        if (search.Tags.Count > 0)
            conditions.Add(Where.In("tags", search.Tags));
        if (search.Area is { } area)
            conditions.Add(Within(area));
        conditions.AddRange(Ranges("hoursEvent", search.Hours));
        conditions.AddRange(Ranges("dateEvent", search.DateEvent));
        conditions.AddRange(Ranges("datePublication", search.DatePublication));
        return conditions.Count == 0 ? Where.Empty : Where.And(conditions);
    }

    /// <summary>A date that is none compares like any text; only what begins like one counts as being in time.</summary>
    public static FilterDefinition<BsonDocument> InTime(Tense tense, Moment now)
    {
        var isDay = Where.Regex("dateEvent", AnyDay);
        return tense == Tense.Upcoming
            ? isDay
                & Where.Gte("dateEvent", now.Day)
                & (Where.Gt("dateEvent", now.Day) | Where.Gte("hoursEvent", now.Hour))
            : isDay
                & Where.Lte("dateEvent", now.Day)
                & (Where.Lt("dateEvent", now.Day) | Where.Lte("hoursEvent", now.Hour));
    }

    public static SortDefinition<BsonDocument> Order(SearchOrder order)
    {
        var direction = order.IsDescending ? -1 : 1;
        return new BsonDocument { [order.Field] = direction, [DocumentId.Field] = direction };
    }

    static FilterDefinition<BsonDocument> Containing(SearchTerm term) =>
        Where.Regex(
            term.Field,
            new BsonRegularExpression(Accents.Pattern(string.Concat(term.Text.EnumerateRunes().Take(MostLetters))), "i")
        );

    static IEnumerable<FilterDefinition<BsonDocument>> Ranges(string field, TextRange range)
    {
        if (range.From is { } from)
            yield return Where.Gte(field, from);
        if (range.To is { } to)
            yield return Where.Lte(field, to);
    }

    // Not $geoNear: it must come first, sorts by itself, and cannot be counted in the same way.
    static FilterDefinition<BsonDocument> Within(SearchArea area) =>
        Where.GeoWithinCenterSphere(
            "locationAnnouncement",
            area.Longitude,
            area.Latitude,
            Math.Min(area.Angle, Math.PI)
        );
}
