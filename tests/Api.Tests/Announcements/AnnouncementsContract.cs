using System.Text.Json.Nodes;
using Benevoclic.Api.Announcements;
using Benevoclic.Api.Announcements.Registering;
using Benevoclic.Api.Storage;
using Benevoclic.Api.Tests.Frame;

namespace Benevoclic.Api.Tests.Announcements;

/// <summary>What both implementations of <see cref="IAnnouncements"/> promise.</summary>
public sealed class AnnouncementsContract
{
    static readonly Moment Now = new("2026-11-22", "15:38");

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachStore]
    public async Task An_announcement_is_added_found_edited_and_removed(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var announcements = store.Get<IAnnouncements>();

        var added = await announcements.AddAsync(AnAnnouncement.With(("odd", "kept")), Ct);
        Assert.Matches("^[0-9a-f]{24}$", added.Id);
        var edited = await announcements.EditAsync(added.Id, Document.Of(("nameEvent", "$é"), ("tags", null)), Ct);

        Assert.Equal("$é", edited!.Document.Text("nameEvent"));
        Assert.Equal("kept", edited.Document.Text("odd"));
        Assert.Equal(edited.Document.ToString(), (await announcements.FindAsync(added.Id, Ct))!.Document.ToString());
        Assert.Equal([added.Id], (await announcements.FindAllAsync([added.Id, "none", ""], Ct)).Select(one => one.Id));
        Assert.True(await announcements.RemoveAsync(added.Id, Ct));
        Assert.False(await announcements.RemoveAsync(added.Id, Ct));
        Assert.Null(await announcements.EditAsync(added.Id, Document.Of(("nameEvent", "x")), Ct));
    }

    [Theory, EachStore]
    public async Task An_id_that_is_none_is_one_that_nobody_has(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var announcements = store.Get<IAnnouncements>();

        foreach (var id in new[] { "", "none", "6920123e567f0123456789ag", "$where", new string('a', 24) })
        {
            Assert.Null(await announcements.FindAsync(id, Ct));
            Assert.False(await announcements.RemoveAsync(id, Ct));
            Assert.Null(await announcements.RegisterAsync(id, AnAnnouncement.Wait("ada"), Ct));
        }
    }

    [Theory, EachStore]
    public async Task Of_500_who_want_the_last_10_places_exactly_10_get_in(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var announcements = store.Get<IAnnouncements>();
        var id = (await announcements.AddAsync(AnAnnouncement.With(("maxVolunteers", -1)), Ct)).Id;

        var decisions = await Crowd.AskAsync(
            Enumerable
                .Range(0, 500)
                .Select<int, Func<Task<Decision?>>>(i =>
                    () => announcements.RegisterAsync(id, AnAnnouncement.Join(Side.Participants, $"p{i}"), Ct)
                )
        );

        Assert.Equal(10, decisions.Count(decision => decision!.Changed is not null));
        Assert.Equal(490, decisions.Count(decision => decision!.Refusal == Registration.Full));
        var found = (await announcements.FindAsync(id, Ct))!;
        Assert.Equal(10, found.Document.Count("participants"));
        Assert.Equal(10, found.Document.Number("nbParticipants"));
        Assert.Equal("COMPLETED", found.Status);
    }

    [Theory, EachStore]
    public async Task Both_stores_decide_what_the_rule_decides(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var announcements = store.Get<IAnnouncements>();
        // Few people and few places, so that every rule is met often; odd documents, as production has them.
        var random = new Random(20261128);
        foreach (var start in Starts)
        {
            var model = await announcements.AddAsync(start, Ct);
            for (var i = 0; i < 40; i++)
            {
                var registration = Any(random);
                var expected = registration.Decide(model);

                var decided = (await announcements.RegisterAsync(model.Id, registration, Ct))!;

                Assert.Equal(expected.Refusal, decided.Refusal);
                Assert.Equal(expected.Changed?.ToString(), decided.Changed?.ToString());
                model = expected.Changed is { } changed ? new(changed) : model;
            }
            Assert.Equal(model.Document.ToString(), (await announcements.FindAsync(model.Id, Ct))!.Document.ToString());
        }
    }

    [Theory, EachStore]
    public async Task A_persons_announcements_are_those_in_time_that_the_public_may_see(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var announcements = store.Get<IAnnouncements>();
        (string Name, JsonNode? Value)[] him = [("volunteers", new JsonArray(new JsonObject { ["id"] = "ada" }))];
        await AddAsync("tomorrow", ("dateEvent", "2026-11-23"));
        await AddAsync("this minute", ("dateEvent", "2026-11-22"), ("hoursEvent", "15:38"));
        await AddAsync("an hour ago", ("dateEvent", "2026-11-22"), ("hoursEvent", "14:38"));
        await AddAsync("last year", ("dateEvent", "2025-11-23"));
        await AddAsync("hidden", ("dateEvent", "2026-11-23"), ("isHidden", true));
        await AddAsync("withdrawn", ("dateEvent", "2026-11-23"), ("status", "INACTIVE"));
        await AddAsync("some day", ("dateEvent", "some day"));
        await announcements.AddAsync(AnAnnouncement.With(("nameEvent", "somebody else's")), Ct);

        Assert.Equal(["this minute", "tomorrow"], await NamesAsync(Tense.Upcoming));
        Assert.Equal(["an hour ago", "last year", "this minute"], await NamesAsync(Tense.Past));

        Task AddAsync(string name, params (string Name, JsonNode? Value)[] fields) =>
            announcements.AddAsync(
                new(
                    AnAnnouncement
                        .With(("nameEvent", name))
                        .Document.With(("volunteers", him[0].Value!.DeepClone()))
                        .With(fields)
                ),
                Ct
            );

        async Task<IEnumerable<string?>> NamesAsync(Tense tense) =>
            (await announcements.ListOfPersonAsync("ada", ["volunteers", "volunteersWaiting"], tense, Now, Ct))
                .Select(one => one.Document.Text("nameEvent"))
                .Order();
    }

    [Theory, EachStore]
    public async Task All_are_read_in_the_order_in_which_they_came(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var announcements = store.Get<IAnnouncements>();
        var added = new List<string>();
        for (var i = 0; i < 450; i++)
            added.Add((await announcements.AddAsync(AnAnnouncement.With(("n", i)), Ct)).Id);

        var read = new List<string>();
        await foreach (var some in announcements.ReadAllAsync(Ct))
            read.AddRange(some.Select(document => document.Text("_id")!));

        Assert.Equal(added, read);
    }

    [Theory, EachStore]
    public async Task An_association_hides_all_of_its_own_and_shows_them_again(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var announcements = store.Get<IAnnouncements>();
        var own = (await announcements.AddAsync(AnAnnouncement.With(), Ct)).Id;
        var other = (await announcements.AddAsync(AnAnnouncement.With(("associationId", "b")), Ct)).Id;

        await announcements.HideOfAssociationAsync("croix", true, Ct);
        Assert.True((await announcements.FindAsync(own, Ct))!.Document.Flag("isHidden"));
        Assert.Null((await announcements.FindAsync(other, Ct))!.Document.Flag("isHidden"));

        await announcements.HideOfAssociationAsync("croix", false, Ct);
        Assert.False((await announcements.FindAsync(own, Ct))!.Document.Flag("isHidden"));
    }

    [Theory, EachStore]
    public async Task A_new_maximum_closes_and_opens_the_event(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var announcements = store.Get<IAnnouncements>();
        var id = (await announcements.AddAsync(AnAnnouncement.With(("maxVolunteers", -1)), Ct)).Id;
        await announcements.RegisterAsync(id, AnAnnouncement.Join(Side.Participants, "ada"), Ct);

        var closed = await announcements.EditAsync(id, Document.Of(("maxParticipants", 1)), Ct);
        Assert.Equal("COMPLETED", closed!.Status);
        var opened = await announcements.EditAsync(id, Document.Of(("maxParticipants", 2)), Ct);
        Assert.Equal("ACTIVE", opened!.Status);
    }

    static IEnumerable<Announcement> Starts =>
        [
            AnAnnouncement.With(("maxParticipants", 2), ("maxVolunteers", 2)),
            AnAnnouncement.With(("maxParticipants", -1), ("maxVolunteers", -1)),
            AnAnnouncement.With(("maxParticipants", 2), ("maxVolunteers", -1), ("status", "INACTIVE")),
            AnAnnouncement.With(("maxParticipants", "2"), ("maxVolunteers", null), ("status", null)),
            AnAnnouncement.With(
                ("participants", null),
                ("volunteers", "none"),
                ("volunteersWaiting", new JsonObject())
            ),
            AnAnnouncement.With(("participants", new JsonArray(1, "x", new JsonObject { ["id"] = "p1" }))),
            new(Document.Of(("associationId", "croix"), ("status", "COMPLETED"), ("maxParticipants", 1.5))),
        ];

    static Registration Any(Random random)
    {
        var side = random.Next(2) == 0 ? Side.Participants : Side.Volunteers;
        var id = $"p{random.Next(4)}";
        return random.Next(6) switch
        {
            0 or 1 => AnAnnouncement.Join(side, id, (WaitingRule)random.Next(4), isLimited: random.Next(3) > 0),
            2 => AnAnnouncement.Wait(id),
            3 => new Registration.Leave(side, id),
            4 => new Registration.StopWaiting(id),
            _ => new Registration.Mark(
                side,
                id,
                random.Next(3) switch
                {
                    0 => null,
                    1 => true,
                    _ => false,
                }
            ),
        };
    }
}
