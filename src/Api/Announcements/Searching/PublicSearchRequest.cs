using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Benevoclic.Api.Hosting.Bodies;

namespace Benevoclic.Api.Announcements.Searching;

/// <summary>A visitor looks for something to do.</summary>
/// <param name="Radius">Metres; 0 asks for no area.</param>
sealed record PublicSearchRequest(
    [property: JsonIgnore] SearchFields Common,
    string? AssociationName,
    double? Latitude,
    double? Longitude,
    double? Radius
) : IRequest<PublicSearchRequest>
{
    public static bool RefusesUnknownFields => true;

    public static PublicSearchRequest From(Fields fields)
    {
        var common = SearchFields.From(fields);
        var name = fields.OptionalText("associationName");
        // Null counts as sent here, and is no number.
        return fields.Has("latitude") && fields.Has("longitude")
            ? new(common, name, fields.Number("latitude"), fields.Number("longitude"), fields.Number("radius"))
            : new(common, name, Skip(fields, "latitude"), Skip(fields, "longitude"), Skip(fields, "radius"));
    }

    public Search? ToSearch(TimeProvider clock)
    {
        // A place that is not on earth is nowhere: MongoDB refuses it, as it does a page before the first.
        if (Common.ToSearch(clock.GetUtcNow()) is not { } search || Area is { IsOnEarth: false })
            return null;
        IReadOnlyList<SearchTerm> terms = [.. search.Terms, .. SearchTerm.AllOf(("associationName", AssociationName))];
        return search with { UpcomingAt = Moment.Now(clock), Terms = terms, Area = Area };
    }

    SearchArea? Area =>
        (Longitude, Latitude, Radius) is ({ } longitude, { } latitude, { } radius and > 0)
            ? new(longitude, latitude, radius)
            : null;

    // Half a place asks for nothing, whatever it is.
    static double? Skip(Fields fields, string name)
    {
        JsonNode? _ = fields.OptionalAnything(name);
        return null;
    }
}
