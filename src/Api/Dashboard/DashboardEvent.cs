using Benevoclic.Api.Announcements;
using Benevoclic.Api.Announcements.Registering;
using Benevoclic.Api.Announcements.Searching;
using Benevoclic.Api.Hosting.Bodies;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Dashboard;

/// <summary>
/// What the dashboard counts of an announcement, read in one pass over its text: an association may have a thousand of them, and
/// looking up each field of each costs three times as much.
/// </summary>
sealed class DashboardEvent
{
    DashboardEvent(Document announcement)
    {
        var fields = new JsonParts(announcement.Json.Span);
        while (fields.Next())
            Take(fields);
    }

    public string Id { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string? Status { get; private set; }

    /// <summary>Null when it is no date.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Null for an event that never had a list of them.</summary>
    public IReadOnlyList<string>? Tags { get; private set; }

    public Attendance Participants { get; } = new();

    public Attendance Volunteers { get; } = new();

    /// <summary>How many wait for a place.</summary>
    public int Waiting { get; private set; }

    /// <summary>On both sides.</summary>
    public double Attending => Participants.Number + Volunteers.Number;

    public static DashboardEvent Of(Announcement announcement) => new(announcement.Document);

    void Take(JsonParts field)
    {
        if (field.IsNamed("_id"u8))
            Id = field.Text ?? "";
        else if (field.IsNamed("nameEvent"u8))
            Name = field.Text ?? "";
        else if (field.IsNamed("status"u8))
            Status = field.Text;
        else if (field.IsNamed("datePublication"u8))
            PublishedAt = field.Text is { } text && Formats.IsDate(text) ? IsoDate.Parse(text) : null;
        else if (field.IsNamed("tags"u8))
            Tags = field.IsList ? field.Texts : null;
        else if (field.IsNamed("volunteersWaiting"u8))
            Waiting = field.Count;
        else if (!Participants.Take(Side.Participants, field))
            Volunteers.Take(Side.Volunteers, field);
    }
}
