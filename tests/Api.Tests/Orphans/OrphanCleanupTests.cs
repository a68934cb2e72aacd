using Benevoclic.Api.Announcements;
using Benevoclic.Api.Announcements.Registering;
using Benevoclic.Api.Favorites;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Orphans;
using Benevoclic.Api.Storage;
using Benevoclic.Api.Tests.Announcements;
using Benevoclic.Api.Tests.Frame;
using Benevoclic.Api.Volunteers;

namespace Benevoclic.Api.Tests.Orphans;

public sealed class OrphanCleanupTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachStore]
    public async Task Favorites_of_announcements_that_are_gone_go_and_no_others(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var id = (await store.Get<IAnnouncements>().AddAsync(AnAnnouncement.With(), Ct)).Id;
        var favorites = store.Get<IFavorites>();
        await favorites.AddAsync(Favorite.Of("ada", id), Ct);
        await favorites.AddAsync(Favorite.Of("ada", "6920123e567f0123456789ab"), Ct);
        await favorites.AddAsync(Favorite.Of("bob", "no id at all"), Ct);

        Assert.Equal(2, await store.Get<OrphanCleanup>().RemoveFavoritesAsync(Ct));
        Assert.Equal(0, await store.Get<OrphanCleanup>().RemoveFavoritesAsync(Ct));

        Assert.Equal([id], (await favorites.ListAsync(Ct)).Select(favorite => favorite.AnnouncementId));
    }

    [Theory, EachStore]
    public async Task People_without_a_profile_leave_every_list_and_their_places_are_free(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.Get<IVolunteers>().AddAsync(new(Document.Of(("volunteerId", "ada"))), Ct);
        var announcements = store.Get<IAnnouncements>();
        var id = (
            await announcements.AddAsync(AnAnnouncement.With(("maxParticipants", 2), ("maxVolunteers", -1)), Ct)
        ).Id;
        foreach (var person in new[] { "ada", "gone" })
        {
            await announcements.RegisterAsync(id, AnAnnouncement.Join(Side.Participants, person), Ct);
            await announcements.RegisterAsync(id, AnAnnouncement.Wait(person), Ct);
            await store.Get<IFavorites>().AddAsync(Favorite.Of(person, id), Ct);
        }

        Assert.Equal(1, await store.Get<OrphanCleanup>().RemovePeopleAsync(Ct));

        var found = (await announcements.FindAsync(id, Ct))!;
        Assert.Equal(["ada", "ada"], found.People);
        Assert.Equal("ACTIVE", found.Status);
        Assert.Equal(["ada"], (await store.Get<IFavorites>().ListAsync(Ct)).Select(favorite => favorite.VolunteerId));
    }

    [Theory, EachStore]
    public async Task One_of_many_instances_gets_a_lease_until_it_ends(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var leases = store.Get<ILeases>();
        var now = new DateTimeOffset(2026, 11, 22, 1, 0, 0, TimeSpan.Zero);

        Assert.Single(await TakeAsync(now), isOurs => isOurs);
        Assert.DoesNotContain(true, await TakeAsync(now.AddMinutes(59)));
        Assert.Single(await TakeAsync(now.AddMinutes(60)), isOurs => isOurs);
        Assert.True(await leases.TakeAsync("another", now, TimeSpan.FromHours(1), Ct));

        Task<bool[]> TakeAsync(DateTimeOffset at) =>
            Crowd.AskAsync(
                Enumerable.Repeat<Func<Task<bool>>>(() => leases.TakeAsync("job", at, TimeSpan.FromHours(1), Ct), 20)
            );
    }

    [Fact]
    public async Task It_runs_at_two_and_at_three_in_Paris()
    {
        await using var api = await RunningApi.StartAsync();
        await api.Get<IFavorites>().AddAsync(Favorite.Of("gone", "6920123e567f0123456789ab"), Ct);

        // 15:38 in Paris; ten hours later it is not yet two.
        api.Clock.Advance(TimeSpan.FromHours(10));
        Assert.Single(await api.Get<IFavorites>().ListAsync(Ct));
        api.Clock.Advance(TimeSpan.FromMinutes(30));

        await Harness.Eventually.TrueAsync(
            async () => (await api.Get<IFavorites>().ListAsync(Ct)).Count == 0,
            TimeSpan.FromSeconds(30),
            () => "nothing was cleaned at two"
        );
    }

    [Fact]
    public async Task An_administrator_cleans_by_hand()
    {
        await using var api = await RunningApi.StartAsync();
        var root = Someone.With(api, Role.Admin);
        await api.Get<IFavorites>().AddAsync(Favorite.Of("ada", "6920123e567f0123456789ab"), Ct);
        await api.Get<IFavorites>().AddAsync(Favorite.Of("bob", "x"), Ct);

        Assert.Equal("", (await api.AskAsync(HttpMethod.Get, "/orphan-cleanup/ada", root)).Body);
        Assert.Equal(["bob"], (await api.Get<IFavorites>().ListAsync(Ct)).Select(favorite => favorite.VolunteerId));
        Assert.Equal(
            """{"deletedCount":1,"errors":[]}""",
            (await api.AskAsync(HttpMethod.Post, "/orphan-cleanup/manual", root)).Body
        );
        Assert.Equal(
            """{"message":"Orphan cleanup service is running."}""",
            (await api.AskAsync(HttpMethod.Get, "/orphan-cleanup/status", root)).Body
        );
    }
}
