using System.Text.Json.Serialization;
using Benevoclic.Api.Hosting;
using Benevoclic.Api.Hosting.Bodies;

namespace Benevoclic.Api.Announcements.Searching;

/// <summary>An association looks through its own, in every state.</summary>
sealed record AssociationSearchRequest(
    [property: JsonIgnore] SearchFields Common,
    string AssociationId,
    string? StateEvent
) : IRequest<AssociationSearchRequest>
{
    const string Past = "PAST";
    const string Coming = "UPCOMING";
    const string Today = "NOW";
    const string All = "ALL";

    public static bool RefusesUnknownFields => true;

    public static AssociationSearchRequest From(Fields fields)
    {
        var common = SearchFields.From(fields);
        return new(
            common,
            fields.Text("associationId"),
            fields.OptionalOneOfUnlisted("stateEvent", [Past, Coming, Today, All])
        );
    }

    public Search? ToSearch(TimeProvider clock) =>
        Common.ToSearch(clock.GetUtcNow()) is { } search
            ? search with
            {
                AssociationId = AssociationId,
                DateEvent = Narrowed(search.DateEvent, StateRange(clock)),
            }
            : null;

    // An event is its day's first instant in UTC: today's is past and now at once, and not coming.
    TextRange StateRange(TimeProvider clock)
    {
        var day = TextRange.Date(new DateTimeOffset(clock.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero));
        var next = TextRange.Date(new DateTimeOffset(clock.GetUtcNow().UtcDateTime.Date.AddDays(1), TimeSpan.Zero));
        return StateEvent switch
        {
            Past => new(null, day),
            Coming => new(next, null),
            Today => new(clock.ParisToday(), clock.ParisToday()),
            _ => TextRange.Any,
        };
    }

    static TextRange Narrowed(TextRange one, TextRange other) =>
        new(Later(one.From, other.From), Earlier(one.To, other.To));

    static string? Later(string? one, string? other) =>
        one is null ? other
        : other is null ? one
        : string.CompareOrdinal(one, other) > 0 ? one
        : other;

    static string? Earlier(string? one, string? other) =>
        one is null ? other
        : other is null ? one
        : string.CompareOrdinal(one, other) < 0 ? one
        : other;
}
