using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Announcements;

/// <summary>An event of an association, with the people who take part in it and those who help.</summary>
sealed record Announcement(Document Document)
{
    public const string Participants = "participants";
    public const string Volunteers = "volunteers";
    public const string Waiting = "volunteersWaiting";
    public const string PersonId = "id";

    public string Id => Document.Text(DocumentId.Field) ?? "";

    /// <summary>Key of the cover's file; null when there is none, which the store keeps as "".</summary>
    public string? ImageKey => Document.Text("announcementImage") is { Length: > 0 } key ? key : null;

    public string? Status => Document.Text("status");

    /// <summary>Takes a person out of all three lists; a place that becomes free opens the event again.</summary>
    public Document Forget(string personId) =>
        new Announcement(
            new[] { Participants, Volunteers, Waiting }.Aggregate(
                Document,
                (document, list) => document.Filter(list, person => person.Text(PersonId) != personId)
            )
        ).Counted();

    /// <summary>With counters and status as the lists have them.</summary>
    public Document Counted()
    {
        var (participants, volunteers) = (Document.Count(Participants), Document.Count(Volunteers));
        var counted = Document.With(("nbParticipants", participants), ("nbVolunteers", volunteers));
        return Status is AnnouncementStatus.Active or AnnouncementStatus.Completed
            ? counted.With(("status", StatusWith(participants, volunteers)))
            : counted;
    }

    string StatusWith(int participants, int volunteers)
    {
        bool?[] sides = [IsFull("maxParticipants", participants), IsFull("maxVolunteers", volunteers)];
        var limited = sides.Where(side => side is not null).ToList();
        return limited.Count > 0 && limited.TrueForAll(full => full == true)
            ? AnnouncementStatus.Completed
            : AnnouncementStatus.Active;
    }

    /// <summary>Null when there is no limit: -1, or what is no number.</summary>
    bool? IsFull(string limit, int count) => Document.Number(limit) is { } most and not -1 ? count >= most : null;
}
