using Benevoclic.Api.Favorites;
using Benevoclic.Api.Storage;
using Benevoclic.Api.Tests.Frame;

namespace Benevoclic.Api.Tests.Favorites;

/// <summary>What both implementations of <see cref="IFavorites"/> promise.</summary>
public sealed class FavoritesContract
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachStore]
    public async Task A_pair_that_many_add_at_once_is_there_once(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var favorites = store.Get<IFavorites>();

        var added = await Task.WhenAll(
            Enumerable.Range(0, 30).Select(_ => favorites.AddAsync(Favorite.Of("ada", "a1"), Ct))
        );

        Assert.Single(added, isNew => isNew);
        Assert.Single(await favorites.ListAsync(Ct));
    }

    [Theory, EachStore]
    public async Task Favorites_are_found_by_either_end(StoreKind kind)
    {
        await using var store = await FilledAsync(kind);
        var favorites = store.Get<IFavorites>();

        Assert.Equal(["a1", "a2"], (await favorites.ListOfVolunteerAsync("ada", Ct)).Select(f => f.AnnouncementId));
        Assert.Equal(["ada", "bob"], (await favorites.ListOfAnnouncementAsync("a1", Ct)).Select(f => f.VolunteerId));
        Assert.Equal(3, (await favorites.ListAsync(Ct)).Count);
        Assert.Empty(await favorites.ListOfVolunteerAsync("eve", Ct));
        Assert.NotNull(await favorites.FindAsync("bob", "a1", Ct));
        Assert.Null(await favorites.FindAsync("bob", "a2", Ct));
    }

    [Theory, EachStore]
    public async Task Only_what_was_named_is_removed_and_counted(StoreKind kind)
    {
        await using var store = await FilledAsync(kind);
        var favorites = store.Get<IFavorites>();

        Assert.Equal(1, await favorites.RemoveAsync("ada", "a1", Ct));
        Assert.Equal(0, await favorites.RemoveAsync("ada", "a1", Ct));
        Assert.Equal(1, await favorites.RemoveOfVolunteerAsync("ada", Ct));
        Assert.Equal(1, await favorites.RemoveOfAnnouncementsAsync(["a1", "a2", "a3"], Ct));
        Assert.Empty(await favorites.ListAsync(Ct));
    }

    [Theory, EachStore]
    public async Task Old_favorites_with_more_fields_are_read_as_they_are(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await new Raw(store, Collection.Favorites).AddAsync(
            """{"volunteerId":"ada","announcementId":"a1","note":"à voir"}"""
        );

        var found = await store.Get<IFavorites>().FindAsync("ada", "a1", Ct);

        Assert.Equal("à voir", found?.Document.Text("note"));
    }

    static async Task<TestStore> FilledAsync(StoreKind kind)
    {
        var store = await TestStore.OpenAsync(kind);
        foreach (var (volunteer, announcement) in new[] { ("ada", "a1"), ("bob", "a1"), ("ada", "a2") })
            await store.Get<IFavorites>().AddAsync(Favorite.Of(volunteer, announcement), Ct);
        return store;
    }
}
