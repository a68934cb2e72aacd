using Benevoclic.Api.Announcements.Registering;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Announcements;

/// <summary>An event of an association, with the people who take part in it and those who help.</summary>
sealed class Announcement(Document document)
{
    AnnouncementForm? _forVisitors;

    public const string Waiting = "volunteersWaiting";
    public const string PersonId = "id";

    /// <summary>Of a maximum: everybody may come.</summary>
    public const int Unlimited = -1;

    public static readonly IReadOnlyList<string> Lists = [Side.Participants.List, Side.Volunteers.List, Waiting];

    public Document Document => document;

    public string Id => Document.Text(DocumentId.Field) ?? "";

    public string AssociationId => Document.Text("associationId") ?? "";

    public string? Status => Document.Text("status");

    /// <summary>Key of the cover's file; null when there is none, which the store keeps as "".</summary>
    public string? ImageKey => Document.Text("announcementImage") is { Length: > 0 } key ? key : null;

    /// <summary>Ids in all three lists, once for each place.</summary>
    public IEnumerable<string> People =>
        Lists.SelectMany(Document.List).Select(person => person.Text(PersonId)).OfType<string>();

    /// <summary>What visitors see is kept: a store that remembers announcements shows the same ones to all of them.</summary>
    public AnnouncementForm Form(Audience audience) =>
        audience == Audience.Visitors
            ? _forVisitors ??= AnnouncementForm.Of(Document, audience)
            : AnnouncementForm.Of(Document, audience);

    public Document? Find(string list, string personId) =>
        Document.List(list).FirstOrDefault(person => person.Text(PersonId) == personId);

    public bool Has(string list, string personId) => Find(list, personId) is not null;

    /// <summary>All copies: the old API let the same person in twice.</summary>
    public Document Without(string list, string personId) =>
        Document.Filter(list, person => person.Text(PersonId) != personId);

    /// <summary>Takes a person out of all three lists; a place that becomes free opens the event again.</summary>
    public Document Forget(string personId) =>
        new Announcement(
            Lists.Aggregate(Document, (document, list) => new Announcement(document).Without(list, personId))
        ).Counted();

    /// <summary>What an edit makes of it. A new maximum may close or open the event, unless the edit says its status.</summary>
    public Document Edited(Document fields)
    {
        var edited = new Announcement(Document.With(fields));
        return ChangesPlaces(fields) ? edited.Counted() : edited.Document;
    }

    public static bool ChangesPlaces(Document fields) =>
        !fields.Has("status") && (fields.Has(Side.Participants.Maximum) || fields.Has(Side.Volunteers.Maximum));

    /// <summary>With counters and status as the lists have them. Who withdrew it alone brings it back.</summary>
    public Document Counted()
    {
        Side[] sides = [Side.Participants, Side.Volunteers];
        var counted = sides.Aggregate(
            Document,
            (document, side) => document.With((side.Counter, Document.Count(side.List)))
        );
        return Status is AnnouncementStatus.Active or AnnouncementStatus.Completed
            ? counted.With(("status", StatusWith(sides)))
            : counted;
    }

    /// <summary>Null when that side has no limit: -1, or what is no number.</summary>
    public bool? IsFull(Side side) =>
        Document.Number(side.Maximum) is { } most and not Unlimited ? Document.Count(side.List) >= most : null;

    string StatusWith(IEnumerable<Side> sides)
    {
        var limited = sides.Select(IsFull).Where(full => full is not null).ToList();
        return limited.Count > 0 && limited.TrueForAll(full => full == true)
            ? AnnouncementStatus.Completed
            : AnnouncementStatus.Active;
    }
}
