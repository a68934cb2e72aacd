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

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachStore]
    public async Task Generated_searches_find_what_a_plain_filter_finds(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var announcements = store.Get<IAnnouncements>();
        var all = new List<Document>();
        foreach (var document in Generated.Announcement.Array[Stored].Single())
            all.Add((await announcements.AddAsync(new(document), Ct)).Document);

        foreach (var search in Generated.Search.Array[Searches].Single())
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
        foreach (var (change, document) in Gen.Select(Gen.Int[0, 5], Generated.Announcement).Array[Changes].Single())
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

    static Document Moved(Document other) => other.Only("dateEvent", "hoursEvent", "status", "isHidden");

    static string Difference(Search search, IReadOnlyList<string> page, SearchResult result, List<Document> all)
    {
        var found = result.Page.Select(one => one.Id).ToList();
        var missing = all.Where(document => page.Except(found).Contains(document.Text("_id")));
        var extra = all.Where(document => found.Except(page).Contains(document.Text("_id")));
        return $"{search} {string.Join(' ', search.Terms)}\n{result.Total} found\nmissing:\n{string.Join('\n', missing)}\n"
            + $"too much:\n{string.Join('\n', extra)}";
    }
}
