using System.Text.Json.Nodes;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Announcements.Registering;

/// <summary>
/// Something that one person does to the lists of an announcement, or that is done to him. It decides on the announcement as it
/// is at the moment of the write; a store in which it cannot run says the same in its own words.
/// </summary>
/// <param name="Verb">Names the operation in the store's measurements.</param>
abstract record Registration(string Verb)
{
    public const string Full = "Announcement is already completed";

    public abstract Decision Decide(Announcement announcement);

    /// <param name="Person">id, name, isPresent, dateAdded, as the list keeps it.</param>
    /// <param name="IsLimited">False when the association's settings switch the limit off.</param>
    /// <param name="From">What must be true of the waiting list.</param>
    public sealed record Join(Side Side, Document Person, bool IsLimited, WaitingRule From) : Registration("join")
    {
        public string Id => Person.Text(Announcement.PersonId) ?? "";

        public override Decision Decide(Announcement announcement) =>
            announcement.Has(Side.List, Id) ? Decision.Refuse(Side.AlreadyThere)
            : From == WaitingRule.MustNotWait && announcement.Has(Announcement.Waiting, Id)
                ? Decision.Refuse(Side.AlreadyThere)
            : From == WaitingRule.MustWait && !announcement.Has(Announcement.Waiting, Id)
                ? Decision.Refuse(Side.NotThere)
            : IsLimited && announcement.IsFull(Side) == true ? Decision.Refuse(Full)
            : Decision.To(Joined(announcement));

        Document Joined(Announcement announcement)
        {
            var left = From == WaitingRule.Any ? announcement.Document : announcement.Without(Announcement.Waiting, Id);
            return new Announcement(left.Append(Side.List, Person)).Counted();
        }
    }

    /// <param name="Person">As it was sent, kept as it is.</param>
    public sealed record Wait(Document Person) : Registration("wait")
    {
        public string Id => Person.Text(Announcement.PersonId) ?? "";

        public override Decision Decide(Announcement announcement) =>
            announcement.Has(Side.Volunteers.List, Id) || announcement.Has(Announcement.Waiting, Id)
                ? Decision.Refuse(Side.Volunteers.AlreadyThere)
                : Decision.To(announcement.Document.Append(Announcement.Waiting, Person));
    }

    public sealed record Leave(Side Side, string Id) : Registration("leave")
    {
        public override Decision Decide(Announcement announcement) =>
            announcement.Has(Side.List, Id)
                ? Decision.To(new Announcement(announcement.Without(Side.List, Id)).Counted())
                : Decision.Refuse(Side.NotThere);
    }

    public sealed record StopWaiting(string Id) : Registration("stop_waiting")
    {
        public override Decision Decide(Announcement announcement) =>
            announcement.Has(Announcement.Waiting, Id)
                ? Decision.To(announcement.Without(Announcement.Waiting, Id))
                : Decision.Refuse(Side.Volunteers.NotThere);
    }

    /// <param name="IsPresent">Null takes the mark back.</param>
    public sealed record Mark(Side Side, string Id, bool? IsPresent) : Registration("mark_presence")
    {
        public override Decision Decide(Announcement announcement) =>
            announcement.Has(Side.List, Id)
                ? Decision.To(announcement.Document.Replace(Side.List, Marked))
                : Decision.Refuse(Side.NotThere);

        Document Marked(Document person) =>
            person.Text(Announcement.PersonId) == Id
                ? person.With(("isPresent", IsPresent is { } present ? JsonValue.Create(present) : null))
                : person;
    }
}
