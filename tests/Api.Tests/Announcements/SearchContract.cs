using System.Text.Json.Nodes;
using Benevoclic.Api.Announcements;
using Benevoclic.Api.Announcements.Searching;
using Benevoclic.Api.Storage;
using Benevoclic.Api.Tests.Frame;
using CsCheck;

namespace Benevoclic.Api.Tests.Announcements;

/// <summary>Both stores find what a plain filter over everything finds.</summary>
public sealed class SearchContract
{
    const int Stored = 200;
    const int Searches = 150;
    const int Changes = 100;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachStore]
    public async Task Generated_searches_find_what_a_plain_filter_finds(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var announcements = store.Get<IAnnouncements>();
        var all = new List<Document>();
        foreach (var document in Announcement.Array[Stored].Single())
            all.Add((await announcements.AddAsync(new(document), Ct)).Document);

        foreach (var search in Search.Array[Searches].Single())
        {
            var result = await announcements.SearchAsync(search, Ct);

            var (page, total) = PlainSearch.Of(search, all);
            Assert.True(
                total == result.Total && page.SequenceEqual(result.Page.Select(one => one.Id)),
                Difference(search, page, result, all)
            );
        }
    }

    [Theory, EachStore]
    public async Task A_search_sees_what_was_written_before_it(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var announcements = store.Get<IAnnouncements>();
        var search = new Search { Terms = SearchTerm.AllOf(("nameEvent", "Marché")), Limit = 9 };

        for (var i = 1; i <= 20; i++)
        {
            var added = await announcements.AddAsync(AnAnnouncement.With(("nameEvent", "Le MARCHE de Noël")), Ct);
            Assert.Equal(i, (await announcements.SearchAsync(search, Ct)).Total);
            await announcements.EditAsync(added.Id, Document.Of(("nameEvent", "Loto")), Ct);
            Assert.Equal(i - 1, (await announcements.SearchAsync(search, Ct)).Total);
            await announcements.EditAsync(added.Id, Document.Of(("nameEvent", "un marche")), Ct);
        }
    }

    [Theory, EachStore]
    public async Task An_emoji_is_a_letter_like_any_other_and_a_text_may_be_very_long(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var announcements = store.Get<IAnnouncements>();
        await announcements.AddAsync(AnAnnouncement.With(("nameEvent", "Fête 🎉 de l'été"), ("description", "🎈")), Ct);

        Assert.Equal(1, await CountAsync("🎉"));
        Assert.Equal(1, await CountAsync("fete 🎉 de l'ete"));
        Assert.Equal(0, await CountAsync("🎈"));
        Assert.Equal(0, await CountAsync(string.Concat(Enumerable.Repeat("été 🎉", 5000))));

        async Task<long> CountAsync(string text) =>
            (await announcements.SearchAsync(new() { Terms = SearchTerm.AllOf(("nameEvent", text)) }, Ct)).Total;
    }

    [Theory, EachStore]
    public async Task After_every_change_searches_that_ask_only_when_count_what_is_there(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var announcements = store.Get<IAnnouncements>();
        var all = new Dictionary<string, Document>();
        foreach (var (change, document) in Gen.Select(Gen.Int[0, 5], Announcement).Array[Changes].Single())
        {
            var known = all.Keys.ElementAtOrDefault(change);
            if (known is null)
            {
                var added = await announcements.AddAsync(new(document), Ct);
                all[added.Id] = added.Document;
            }
            else if (change == 0 && await announcements.RemoveAsync(known, Ct))
                all.Remove(known);
            else
                all[known] = (await announcements.EditAsync(known, Moved(document), Ct))!.Document;

            foreach (var search in OnlyWhen)
            {
                Assert.Equal(
                    PlainSearch.Of(search, [.. all.Values]).Total,
                    (await announcements.SearchAsync(search, Ct)).Total
                );
            }
        }
    }

    static readonly Search Home = new() { UpcomingAt = new("2026-11-22", "15:38") };

    static readonly Search[] OnlyWhen =
    [
        Home,
        Home with
        {
            Hours = new("14:30", "15:39"),
        },
        Home with
        {
            Hours = new(null, "23:00"),
            DateEvent = new("2026-11-23", "2026-12-24"),
        },
    ];

    static Document Moved(Document other) => other.Only("dateEvent", "hoursEvent", "status", "isHidden");

    [Theory, EachStore]
    public async Task Pages_do_not_overlap_and_leave_nobody_out(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var announcements = store.Get<IAnnouncements>();
        var added = new List<string>();
        for (var i = 0; i < 25; i++)
            added.Add((await announcements.AddAsync(AnAnnouncement.With(), Ct)).Id);

        foreach (var order in SearchOrder.All)
        {
            var seen = new List<string>();
            for (var page = 1; page <= 4; page++)
            {
                var found = await announcements.SearchAsync(new Search { Order = order, Page = page }, Ct);
                Assert.Equal(25, found.Total);
                seen.AddRange(found.Page.Select(one => one.Id));
            }
            Assert.Equal(added.Order(), seen.Order());
        }
    }

    static string Difference(Search search, IReadOnlyList<string> page, SearchResult result, List<Document> all)
    {
        var found = result.Page.Select(one => one.Id).ToList();
        var missing = all.Where(document => page.Except(found).Contains(document.Text("_id")));
        var extra = all.Where(document => found.Except(page).Contains(document.Text("_id")));
        return $"{search} {string.Join(' ', search.Terms)}\n{result.Total} found\nmissing:\n{string.Join('\n', missing)}\n"
            + $"too much:\n{string.Join('\n', extra)}";
    }

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

    static readonly Gen<Document> Announcement = Gen.Select(
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

    static readonly Gen<Search> Search = Gen.Select(
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
