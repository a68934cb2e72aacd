using System.Text.Json.Nodes;
using Benevoclic.Api.Announcements;
using Benevoclic.Api.Announcements.Searching;
using Benevoclic.Api.Storage;
using CsCheck;

namespace Benevoclic.Api.Tests.Announcements;

/// <summary>Announcements and searches of all kinds, with few words and days, so that they meet.</summary>
static class Generated
{
    static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    static readonly Gen<string> Word = OneOf(
        "Collecte",
        "COLLECTE alimentaire",
        "Été",
        "ete",
        "l'Éveil (été)",
        "50 % [vrai]",
        "a.b",
        "\"x\" OR y",
        "NOEL",
        "Noël",
        "é",
        ""
    );

    static readonly Gen<string> Day = OneOf(
        "2025-08-12",
        "2026-11-21",
        "2026-11-22",
        "2026-11-23",
        "2026-12-24",
        "2027-01-01",
        "2026-11-23T10:30:00.000Z",
        "bientôt",
        "",
        "2026/11/23"
    );

    static readonly Gen<string> Hour = OneOf("08:00", "14:30", "15:38", "15:39", "23:59", "");

    static readonly Gen<(double Longitude, double Latitude)> Place = Gen.OneOf(
        Gen.Select(Gen.Double[2.2, 2.5], Gen.Double[48.8, 48.95]),
        Gen.Select(Gen.Double[-5, 8], Gen.Double[42, 51]),
        Gen.Select(Gen.Double[-180, 180], Gen.Double[-90, 90])
    );

    public static readonly Gen<Document> Announcement = Gen.Select(
        Gen.Select(Word, Word, Word),
        Gen.Select(Day, Hour, Day),
        OneOf("ACTIVE", "ACTIVE", "COMPLETED", "INACTIVE"),
        OneOf("croix", "coeur"),
        OneOf("nature", "sport", "culture").Array[0, 3],
        Place,
        Gen.Int[0, 9],
        (texts, times, status, association, tags, place, odd) =>
            AnAnnouncement
                .With(
                    ("nameEvent", texts.Item1),
                    ("description", texts.Item2),
                    ("associationName", texts.Item3),
                    ("dateEvent", times.Item1),
                    ("hoursEvent", times.Item2),
                    ("datePublication", times.Item3),
                    ("status", status),
                    ("associationId", association),
                    ("tags", new JsonArray([.. tags.Select(tag => (JsonNode?)tag)])),
                    (
                        "locationAnnouncement",
                        odd == 0
                            ? null
                            : new JsonObject
                            {
                                ["type"] = "Point",
                                ["coordinates"] = new JsonArray(place.Longitude, place.Latitude),
                            }
                    )
                )
                .Document.With(odd == 1 ? Document.Of(("isHidden", true)) : Document.Empty)
                .Without(
                    odd == 2 ? ["dateEvent"]
                    : odd == 3 ? ["hoursEvent"]
                    : []
                )
    );

    static readonly Gen<TextRange> Range = Gen.Select(Day.Where(day => day.Length > 0), Day, Gen.Int[0, 4])
        .Select(
            (from, to, which) =>
                which switch
                {
                    0 => new TextRange(from, null),
                    1 => new TextRange(null, to),
                    2 => new TextRange(from, to),
                    _ => TextRange.Any,
                }
        );

    public static readonly Gen<Search> Search = Gen.Select(
        Gen.Select(Word, Word, Word, Gen.Int[0, 5]),
        Range,
        Range,
        Gen.Select(
                Gen.Const(TextRange.Any),
                Gen.Select(Hour, Hour).Select((a, b) => new TextRange(a, b)),
                Gen.Int[0, 4]
            )
            .Select((none, some, which) => which == 0 ? some : none),
        Gen.Select(Place, OneOf(500.0, 5_000, 50_000, 500_000, 5_000_000, 25_000_000), Gen.Int[0, 2]),
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[1, 4], Gen.Int[1, 12]),
        Gen.Select(OneOf("nature", "sport", "$x").Array[0, 2], OneOf([.. SearchOrder.All]), Gen.Bool),
        (words, events, publications, hours, area, choices, rest) =>
            new Search
            {
                UpcomingAt = rest.Item3 ? new Moment("2026-11-22", "15:38") : null,
                AssociationId = choices.Item1 == 0 ? "croix" : null,
                Status = choices.Item2 == 0 ? "COMPLETED" : null,
                Terms = words.Item4 switch
                {
                    0 => SearchTerm.AllOf(
                        ("nameEvent", words.Item1),
                        ("description", words.Item1),
                        ("associationName", words.Item1)
                    ),
                    1 => SearchTerm.AllOf(("description", words.Item2)),
                    2 => SearchTerm.AllOf(("nameEvent", words.Item3), ("associationName", words.Item2)),
                    _ => [],
                },
                DateEvent = events,
                DatePublication = publications,
                Hours = hours,
                Area = area.Item3 == 0 ? new SearchArea(area.Item1.Longitude, area.Item1.Latitude, area.Item2) : null,
                Page = choices.Item3,
                Limit = choices.Item4,
                Tags = rest.Item1,
                Order = rest.Item2,
            }
    );
}
