using Benevoclic.Api.Accounts;
using Benevoclic.Api.Announcements;
using Benevoclic.Api.Announcements.Registering;
using Benevoclic.Api.Associations;
using Benevoclic.Api.Favorites;
using Benevoclic.Api.Files;
using Benevoclic.Api.Hosting.Errors;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Settings;
using Benevoclic.Api.Storage;
using Benevoclic.Api.Tests.Frame;
using Benevoclic.Api.Volunteers;
using Registration = Benevoclic.Api.Announcements.Registering.Registration;

namespace Benevoclic.Api.Tests.Accounts;

public sealed class AccountRemovalTests
{
    static readonly Collection[] Collections =
    [
        Collection.Users,
        Collection.LocalAccounts,
        Collection.Volunteers,
        Collection.Associations,
        Collection.Announcements,
        Collection.Favorites,
        Collection.VolunteerSettings,
        Collection.AssociationSettings,
    ];

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachStore]
    public async Task However_far_it_came_before_it_failed_asking_again_leaves_nothing(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var others = await AddOthersAsync(store);
        var last = 0;
        for (var happened = true; happened; )
        {
            var user = await AddAsync(store, others.AnnouncementId);
            var breakdown = new Breakdown(++last);

            var failed = await Record.ExceptionAsync(() => Removal(store, breakdown).RemoveAsync(user, Ct));
            happened = breakdown.Happened;
            if (happened)
            {
                Assert.IsType<UnavailableException>(failed);
                // Who asks again must still be known.
                Assert.NotNull(await store.Get<IUsers>().FindAsync(user.Id, Ct));
                await store.Get<AccountRemoval>().RemoveAsync(user, Ct);
            }

            Assert.Equal(others.All, await EverythingAsync(store));
        }
        Assert.True(last > Collections.Length, $"a removal is {last} calls: fewer than there are collections");
    }

    [Theory, EachStore]
    public async Task Where_every_part_is_gone_already_there_is_nothing_to_fail(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var user = await AddUserAsync(store, "ada");

        await store.Get<IIdentity>().DeleteAsync(user.Id, Ct);
        await store.Get<AccountRemoval>().RemoveAsync(user, Ct);

        Assert.Empty(await EverythingAsync(store));
    }

    static AccountRemoval Removal(TestStore store, Breakdown breakdown)
    {
        var (announcements, favorites) = (Edge<IAnnouncements>(), Edge<IFavorites>());
        var (associations, files, settings) = (Edge<IAssociations>(), Edge<IFiles>(), Edge<ISettings>());
        return new(
            Edge<IUsers>(),
            Edge<IIdentity>(),
            files,
            new VolunteerRemoval(Edge<IVolunteers>(), associations, announcements, favorites, settings),
            new AssociationRemoval(associations, new AnnouncementRemoval(announcements, favorites, files), settings)
        );

        T Edge<T>()
            where T : class => breakdown.Before(store.Get<T>());
    }

    /// <summary>Bob and the association Croix, who stay.</summary>
    static async Task<(string AnnouncementId, IReadOnlyList<string> All)> AddOthersAsync(TestStore store)
    {
        await AddUserAsync(store, "bob");
        await new Raw(store, Collection.Volunteers).AddAsync("""{"volunteerId":"bob"}""");
        await new Raw(store, Collection.Associations).AddAsync(
            """{"associationId":"croix","volunteers":[{"volunteerId":"bob"}],"volunteersWaiting":[]}"""
        );
        var announcement = await new Raw(store, Collection.Announcements).AddAsync(
            """{"associationId":"croix","participants":[{"id":"bob"}],"volunteers":[],"volunteersWaiting":[],"nbParticipants":1,"nbVolunteers":0,"maxParticipants":-1,"maxVolunteers":-1,"status":"ACTIVE"}"""
        );
        await new Raw(store, Collection.Favorites).AddAsync(
            $$"""{"volunteerId":"bob","announcementId":"{{announcement}}"}"""
        );
        await store.Get<ISettings>().PutAsync(SettingsKind.Volunteer, "bob", Document.Empty, Ct);
        return (announcement, await EverythingAsync(store));
    }

    /// <summary>Somebody who has been a volunteer and an association, with something of everything.</summary>
    static async Task<User> AddAsync(TestStore store, string othersAnnouncement)
    {
        var user = await AddUserAsync(store, "ada");
        var id = user.Id;
        await new Raw(store, Collection.Volunteers).AddAsync($$"""{"volunteerId":"{{id}}"}""");
        await new Raw(store, Collection.Associations).AddAsync(
            $$"""{"associationId":"{{id}}","volunteers":[{"volunteerId":"bob"}]}"""
        );
        await AddCoveredAsync(store, id);
        await new Raw(store, Collection.Favorites).AddAsync(
            $$"""{"volunteerId":"{{id}}","announcementId":"{{othersAnnouncement}}"}"""
        );
        await store.Get<ISettings>().PutAsync(SettingsKind.Volunteer, id, Document.Empty, Ct);
        await store.Get<ISettings>().PutAsync(SettingsKind.Association, id, Document.Empty, Ct);
        await JoinAsync(store, id, othersAnnouncement);
        return user;
    }

    static async Task AddCoveredAsync(TestStore store, string id)
    {
        var cover = $"announcement/{id}/1-cover.png";
        await store.Get<IFiles>().PutAsync(cover, new MemoryStream([1]), "image/png", Ct);
        var announcement = await new Raw(store, Collection.Announcements).AddAsync(
            $$"""{"associationId":"{{id}}","announcementImage":"{{cover}}"}"""
        );
        await new Raw(store, Collection.Favorites).AddAsync(
            $$"""{"volunteerId":"bob","announcementId":"{{announcement}}"}"""
        );
    }

    static async Task JoinAsync(TestStore store, string id, string announcement)
    {
        await store.Get<IAssociations>().AddWaitingAsync("croix", new(id, "Ada"), Ct);
        var person = Document.Of(("id", id), ("name", "Ada"));
        Registration[] all =
        [
            new Registration.Join(Side.Participants, person, IsLimited: false, WaitingRule.Any),
            new Registration.Join(Side.Volunteers, person, IsLimited: false, WaitingRule.Any),
        ];
        foreach (var registration in all)
            await store.Get<IAnnouncements>().RegisterAsync(announcement, registration, Ct);
    }

    static async Task<User> AddUserAsync(TestStore store, string name)
    {
        var account = (await store.Get<IIdentity>().CreateAsync($"{name}@example.org", "correct horse 1", Ct))!;
        var avatar = $"avatars/{account.Uid}/1-me.png";
        await store.Get<IFiles>().PutAsync(avatar, new MemoryStream([1]), "image/png", Ct);
        var user = new User(User.New(account, Role.Volunteer).Document.With(("avatarFileKey", avatar)));
        return (await store.Get<IUsers>().AddAsync(user, Ct))!;
    }

    static async Task<IReadOnlyList<string>> EverythingAsync(TestStore store)
    {
        var everything = new List<string>();
        foreach (var collection in Collections)
            everything.AddRange(
                (await new Raw(store, collection).AllAsync()).Select(one => $"{collection.Name}: {one}")
            );
        everything.AddRange(Directory.EnumerateFiles(store.DataFolder, "*.png", SearchOption.AllDirectories).Order());
        return everything;
    }
}
