using System.Text.Json.Nodes;
using Benevoclic.Api.Announcements;
using Benevoclic.Api.Announcements.Registering;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Tests.Announcements;

public sealed class RegistrationTests
{
    [Fact]
    public void Who_joins_gets_a_place_with_the_day_and_is_counted()
    {
        var changed = Decide(AnAnnouncement.With(), AnAnnouncement.Join(Side.Participants, "ada")).Changed!;

        Assert.Equal(
            """[{"id":"ada","name":"$name of ada","isPresent":false,"dateAdded":"2026-11-22"}]""",
            changed.Root.GetProperty("participants").GetRawText()
        );
        Assert.Equal(1, changed.Number("nbParticipants"));
        Assert.Equal("ACTIVE", changed.Text("status"));
    }

    [Fact]
    public void The_last_place_closes_the_event_and_whoever_leaves_opens_it_again()
    {
        var announcement = AnAnnouncement.With(("maxParticipants", 1), ("maxVolunteers", -1));

        var full = Apply(announcement, AnAnnouncement.Join(Side.Participants, "ada"));
        Assert.Equal("COMPLETED", full.Status);
        Assert.Equal(Registration.Full, Decide(full, AnAnnouncement.Join(Side.Participants, "bob")).Refusal);

        var open = Apply(full, new Registration.Leave(Side.Participants, "ada"));
        Assert.Equal("ACTIVE", open.Status);
        Assert.Equal(0, open.Document.Number("nbParticipants"));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public void Without_a_limit_everybody_may_come_and_the_event_never_closes(int most, bool isLimited)
    {
        var announcement = AnAnnouncement.With(("maxParticipants", most), ("maxVolunteers", -1));

        var joined = Apply(announcement, AnAnnouncement.Join(Side.Participants, "ada", isLimited: isLimited));

        Assert.Equal(most == -1 ? "ACTIVE" : "COMPLETED", joined.Status);
    }

    [Fact]
    public void Nobody_comes_twice_to_the_same_side()
    {
        var announcement = Apply(AnAnnouncement.With(), AnAnnouncement.Join(Side.Participants, "ada"));

        Assert.Equal(
            "Participant already registered",
            Decide(announcement, AnAnnouncement.Join(Side.Participants, "ada")).Refusal
        );
        Assert.NotNull(Decide(announcement, AnAnnouncement.Join(Side.Volunteers, "ada")).Changed);
    }

    [Fact]
    public void Only_who_waits_is_accepted_and_waits_no_more()
    {
        var must = AnAnnouncement.Join(Side.Volunteers, "ada", WaitingRule.MustWait);
        Assert.Equal("Volunteer not registered", Decide(AnAnnouncement.With(), must).Refusal);

        var waiting = Apply(AnAnnouncement.With(), AnAnnouncement.Wait("ada"));
        Assert.Equal("Volunteer already registered", Decide(waiting, AnAnnouncement.Wait("ada")).Refusal);
        Assert.Equal("$kept", waiting.Find(Announcement.Waiting, "ada")!.Text("note"));

        var accepted = Apply(waiting, must);
        Assert.False(accepted.Has(Announcement.Waiting, "ada"));
        Assert.True(accepted.Has(Side.Volunteers.List, "ada"));
        Assert.Equal("Volunteer already registered", Decide(accepted, AnAnnouncement.Wait("ada")).Refusal);
    }

    [Fact]
    public void Presence_is_marked_and_taken_back()
    {
        var announcement = Apply(AnAnnouncement.With(), AnAnnouncement.Join(Side.Volunteers, "ada"));

        var marked = Apply(announcement, new Registration.Mark(Side.Volunteers, "ada", true));
        Assert.True(marked.Find(Side.Volunteers.List, "ada")!.Flag("isPresent"));
        var taken = Apply(marked, new Registration.Mark(Side.Volunteers, "ada", null));
        Assert.Null(taken.Find(Side.Volunteers.List, "ada")!.Flag("isPresent"));
        Assert.Equal(
            "Participant not registered",
            Decide(announcement, new Registration.Mark(Side.Participants, "ada", true)).Refusal
        );
    }

    [Fact]
    public void What_the_old_API_let_in_twice_leaves_at_once()
    {
        JsonArray twice = [new JsonObject { ["id"] = "ada" }, new JsonObject { ["id"] = "ada" }];
        var announcement = AnAnnouncement.With(("participants", twice), ("nbParticipants", 2));

        var left = Apply(announcement, new Registration.Leave(Side.Participants, "ada"));

        Assert.Equal(0, left.Document.Number("nbParticipants"));
    }

    [Theory]
    [InlineData("""{"maxParticipants":1}""", "COMPLETED")]
    [InlineData("""{"maxParticipants":1,"status":"ACTIVE"}""", "ACTIVE")]
    [InlineData("""{"nameEvent":"x"}""", "ACTIVE")]
    public void A_new_maximum_decides_unless_the_edit_says_the_status(string edit, string status)
    {
        var announcement = Apply(
            AnAnnouncement.With(("maxVolunteers", -1)),
            AnAnnouncement.Join(Side.Participants, "ada")
        );

        var edited = announcement.Edited(Document.Stored(System.Text.Encoding.UTF8.GetBytes(edit)));

        Assert.Equal(status, edited.Text("status"));
    }

    static Decision Decide(Announcement announcement, Registration registration) => registration.Decide(announcement);

    static Announcement Apply(Announcement announcement, Registration registration) =>
        new(Decide(announcement, registration).Changed!);
}
