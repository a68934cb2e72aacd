using Benevoclic.Api.Storage;
using Benevoclic.Api.Tests.Frame;
using Benevoclic.Api.Volunteers;

namespace Benevoclic.Api.Tests.Volunteers;

/// <summary>What both implementations of <see cref="IVolunteers"/> promise.</summary>
public sealed class VolunteersContract
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachStore]
    public async Task A_profile_is_kept_whole_and_changed_field_by_field(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var volunteers = store.Get<IVolunteers>();
        var point = new System.Text.Json.Nodes.JsonObject
        {
            ["type"] = "Point",
            ["coordinates"] = new System.Text.Json.Nodes.JsonArray(2.35, 48),
        };
        await volunteers.AddAsync(
            new(Document.Of(("volunteerId", "ada"), ("phone", null), ("locationVolunteer", point), ("old", 1))),
            Ct
        );

        var changed = await volunteers.ChangeAsync("ada", Document.Of(("phone", "06"), ("city", "Évry")), Ct);

        Assert.Equal(
            """{"volunteerId":"ada","phone":"06","locationVolunteer":{"type":"Point","coordinates":[2.35,48]},"old":1,"city":"Évry"}""",
            changed!.Document.Without("_id").ToString()
        );
        Assert.Equal(changed.Document.ToString(), (await volunteers.FindAsync("ada", Ct))!.Document.ToString());
        Assert.Null(await volunteers.ChangeAsync("bob", Document.Of(("phone", "06")), Ct));
    }

    [Theory, EachStore]
    public async Task Each_person_has_one_profile_at_most(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var volunteers = store.Get<IVolunteers>();

        var added = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => volunteers.AddAsync(Of("ada"), Ct)));

        Assert.Single(added, volunteer => volunteer is not null);
        Assert.Equal(1, await volunteers.CountAsync(Ct));
        Assert.Single(await volunteers.ListAsync(Ct));
    }

    [Theory, EachStore]
    public async Task A_removed_profile_makes_room_for_a_new_one(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var volunteers = store.Get<IVolunteers>();
        await volunteers.AddAsync(Of("ada"), Ct);

        Assert.True(await volunteers.RemoveAsync("ada", Ct));
        Assert.False(await volunteers.RemoveAsync("ada", Ct));
        Assert.NotNull(await volunteers.AddAsync(Of("ada"), Ct));
    }

    static Volunteer Of(string id) => new(Document.Of(("volunteerId", id)));
}
