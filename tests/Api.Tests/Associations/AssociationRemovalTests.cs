using Benevoclic.Api.Announcements;
using Benevoclic.Api.Associations;
using Benevoclic.Api.Files;
using Benevoclic.Api.Storage;
using Benevoclic.Api.Tests.Frame;

namespace Benevoclic.Api.Tests.Associations;

public sealed class AssociationRemovalTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachStore]
    public async Task An_association_goes_with_its_announcements_and_their_favorites(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var announcements = new Raw(store, Collection.Announcements);
        var files = store.Get<IFiles>();
        await files.PutAsync("announcement/x/1-own.png", new MemoryStream([1]), "image/png", Ct);
        await files.PutAsync("announcement/y/1-other.png", new MemoryStream([1]), "image/png", Ct);
        var own = await announcements.AddAsync(
            """{"associationId":"a","announcementImage":"announcement/x/1-own.png"}"""
        );
        var other = await announcements.AddAsync("""{"associationId":"b"}""");
        var favorites = new Raw(store, Collection.Favorites);
        await favorites.AddAsync($$"""{"volunteerId":"ada","announcementId":"{{own}}"}""");
        await favorites.AddAsync($$"""{"volunteerId":"ada","announcementId":"{{other}}"}""");
        await new Raw(store, Collection.Associations).AddAsync("""{"associationId":"a"}""");

        Assert.True(await store.Get<AssociationRemoval>().RemoveAsync("a", Ct));

        Assert.Equal(["""{"associationId":"b"}"""], await announcements.AllAsync());
        Assert.Equal([$$"""{"volunteerId":"ada","announcementId":"{{other}}"}"""], await favorites.AllAsync());
        Assert.Equal(
            ["1-other.png"],
            Directory.EnumerateFiles(store.DataFolder, "*.png", SearchOption.AllDirectories).Select(Path.GetFileName)
        );
        Assert.False(await store.Get<AssociationRemoval>().RemoveAsync("a", Ct));
    }

    [Theory, EachStore]
    public async Task A_new_name_reaches_its_announcements_and_no_others(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var announcements = new Raw(store, Collection.Announcements);
        await announcements.AddAsync("""{"associationId":"a","associationName":"old","nameEvent":"x"}""");
        await announcements.AddAsync("""{"associationId":"b","associationName":"old"}""");

        await store.Get<IAnnouncements>().RenameAssociationAsync("a", "$name é", Ct);

        Assert.Equal(
            [
                """{"associationId":"a","associationName":"$name é","nameEvent":"x"}""",
                """{"associationId":"b","associationName":"old"}""",
            ],
            await announcements.AllAsync()
        );
    }
}
