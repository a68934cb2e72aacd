using Benevoclic.Api.Accounts;
using Benevoclic.Api.Announcements;
using Benevoclic.Api.Announcements.Registering;
using Benevoclic.Api.Announcements.Searching;
using Benevoclic.Api.Associations;
using Benevoclic.Api.SampleData;
using Benevoclic.Api.Tests.Frame;
using Benevoclic.Api.Volunteers;

namespace Benevoclic.Api.Tests.SampleData;

public sealed class SeedingTests
{
    static readonly DateOnly Today = new(2026, 11, 22);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void The_same_day_makes_the_same_and_everything_fits_together()
    {
        var (groups, people, events) = Make();

        Assert.Equal(
            events.Select(one => one.Document.ToString()),
            Make().Events.Select(one => one.Document.ToString())
        );
        Assert.Equal(groups.Count, groups.Select(group => group.Name).Distinct().Count());
        var known = people.Select(person => person.Id).ToHashSet();
        Assert.All(
            events,
            one =>
            {
                Assert.Contains(one.AssociationId, groups.Select(group => group.Id));
                Assert.Subset(known, one.People.ToHashSet());
                Assert.Equal(one.Document.ToString(), one.Counted().ToString());
            }
        );
    }

    [Fact]
    public void Some_are_past_some_to_come_some_full_some_withdrawn_some_unlimited_in_several_towns()
    {
        var events = Make().Events;

        Assert.Equal(200, events.Count);
        Assert.InRange(events.Count(one => IsBefore(one, "2026-11-22")), 30, 150);
        Assert.InRange(events.Count(one => one.Status == AnnouncementStatus.Completed), 3, 100);
        Assert.InRange(events.Count(one => one.Status == AnnouncementStatus.Inactive), 3, 20);
        Assert.InRange(
            events.Count(one => one.Document.Number(Side.Participants.Maximum) == Announcement.Unlimited),
            10,
            60
        );
        Assert.True(
            events.Select(one => one.Document.Part("addressAnnouncement")!.Text("city")).Distinct().Count() > 5
        );
    }

    [Theory, EachStore]
    public async Task An_empty_store_is_filled_and_a_filled_one_refused(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var seeding = store.Get<Seeding>();

        Assert.Equal(
            "Stored 12 associations, 60 volunteers and 200 announcements around today.",
            await seeding.CarryOutAsync(Ct)
        );
        Assert.Equal(72, (await store.Get<IUsers>().ListAsync(Ct)).Count);
        var found = await store.Get<IAnnouncements>().SearchAsync(new Search { Limit = 9 }, Ct);
        Assert.Equal(200, found.Total);

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => seeding.CarryOutAsync(Ct));
        Assert.Contains("12 associations, 60 volunteers, announcements", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(60, await store.Get<IVolunteers>().CountAsync(Ct));
    }

    [Fact]
    public async Task Production_is_never_filled()
    {
        await using var api = await RunningApi.StartAsync(null, "--NODE_ENV=production");

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => api.Get<Seeding>().CarryOutAsync(Ct));

        Assert.Contains("NODE_ENV is production", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, await api.Get<IAssociations>().CountAsync(Ct));
    }

    static bool IsBefore(Announcement one, string day) =>
        string.CompareOrdinal(one.Document.Text("dateEvent"), day) < 0;

    static (
        IReadOnlyList<Association> Groups,
        IReadOnlyList<Volunteer> People,
        IReadOnlyList<Announcement> Events
    ) Make()
    {
        var sample = new Sample(Today);
        var (groups, people) = (sample.MakeAssociations(), sample.MakeVolunteers());
        return (groups, people, sample.MakeAnnouncements(groups, people));
    }
}
