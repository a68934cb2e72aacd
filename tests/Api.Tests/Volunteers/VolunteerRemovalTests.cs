using Benevoclic.Api.Storage;
using Benevoclic.Api.Tests.Frame;
using Benevoclic.Api.Volunteers;

namespace Benevoclic.Api.Tests.Volunteers;

public sealed class VolunteerRemovalTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachStore]
    public async Task Who_goes_leaves_no_trace_and_a_free_place(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var announcements = new Raw(store, Collection.Announcements);
        await announcements.AddAsync(
            """{"associationId":"a","participants":[{"id":"ada"}],"volunteers":[{"id":"bob"}],"volunteersWaiting":[{"id":"ada","name":"Ada"},{"id":"eve"}],"nbParticipants":3,"nbVolunteers":1,"maxParticipants":1,"maxVolunteers":1,"status":"COMPLETED"}"""
        );
        await announcements.AddAsync(
            """{"associationId":"a","volunteers":[{"id":"ada"}],"maxVolunteers":-1,"status":"INACTIVE"}"""
        );
        await announcements.AddAsync(
            """{"associationId":"b","participants":[{"id":"bob"}],"nbParticipants":9,"status":"ACTIVE"}"""
        );
        var favorites = new Raw(store, Collection.Favorites);
        await favorites.AddAsync("""{"volunteerId":"ada","announcementId":"1"}""");
        await favorites.AddAsync("""{"volunteerId":"bob","announcementId":"1"}""");
        await new Raw(store, Collection.Volunteers).AddAsync("""{"volunteerId":"ada"}""");

        Assert.True(await store.Get<VolunteerRemoval>().RemoveAsync("ada", Ct));

        Assert.Equal(
            [
                """{"associationId":"a","participants":[],"volunteers":[{"id":"bob"}],"volunteersWaiting":[{"id":"eve"}],"nbParticipants":0,"nbVolunteers":1,"maxParticipants":1,"maxVolunteers":1,"status":"ACTIVE"}""",
                """{"associationId":"a","volunteers":[],"maxVolunteers":-1,"status":"INACTIVE","nbParticipants":0,"nbVolunteers":0}""",
                """{"associationId":"b","participants":[{"id":"bob"}],"nbParticipants":9,"status":"ACTIVE"}""",
            ],
            await announcements.AllAsync()
        );
        Assert.Equal(["""{"volunteerId":"bob","announcementId":"1"}"""], await favorites.AllAsync());
        Assert.False(await store.Get<VolunteerRemoval>().RemoveAsync("ada", Ct));
    }
}
