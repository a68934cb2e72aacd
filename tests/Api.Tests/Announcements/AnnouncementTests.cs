using Benevoclic.Api.Announcements;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Tests.Announcements;

public sealed class AnnouncementTests
{
    [Theory]
    [InlineData("ACTIVE", 1, 1, 1, 1, "COMPLETED")]
    [InlineData("ACTIVE", 1, 2, 1, 1, "ACTIVE")]
    [InlineData("COMPLETED", 0, 1, 1, 1, "ACTIVE")]
    [InlineData("ACTIVE", 5, -1, 1, 1, "COMPLETED")]
    [InlineData("ACTIVE", 5, -1, 5, -1, "ACTIVE")]
    [InlineData("COMPLETED", 0, -1, 0, -1, "ACTIVE")]
    [InlineData("INACTIVE", 1, 1, 1, 1, "INACTIVE")]
    [InlineData("ACTIVE", 0, 0, 0, 0, "COMPLETED")]
    public void An_event_is_completed_when_every_side_that_has_a_limit_reached_it(
        string status,
        int participants,
        int mostParticipants,
        int volunteers,
        int mostVolunteers,
        string expected
    )
    {
        var document = Document
            .Of(("status", status), ("maxParticipants", mostParticipants), ("maxVolunteers", mostVolunteers))
            .With(("participants", People(participants)), ("volunteers", People(volunteers)));

        var counted = new Announcement(document).Counted();

        Assert.Equal(expected, counted.Text("status"));
        Assert.Equal(participants, counted.Number("nbParticipants"));
        Assert.Equal(volunteers, counted.Number("nbVolunteers"));
    }

    [Fact]
    public void What_an_old_document_lacks_is_no_limit_and_nobody()
    {
        var counted = new Announcement(Document.Of(("status", null), ("maxParticipants", "many"))).Counted();

        Assert.Equal(
            """{"status":null,"maxParticipants":"many","nbParticipants":0,"nbVolunteers":0}""",
            counted.ToString()
        );
    }

    static System.Text.Json.Nodes.JsonArray People(int count) =>
        new([.. Enumerable.Range(0, count).Select(i => new System.Text.Json.Nodes.JsonObject { ["id"] = $"p{i}" })]);
}
