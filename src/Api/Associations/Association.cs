using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Associations;

/// <summary>An association's profile with its members and those who wait; its id is the account's uid.</summary>
sealed record Association(Document Document)
{
    public const string Members = "volunteers";
    public const string Waiting = "volunteersWaiting";
    public const string PersonId = "volunteerId";

    public string Id => Document.Text("associationId") ?? "";

    public string? Name => Document.Text("associationName");

    /// <summary>What lists of associations show.</summary>
    public Document Summary => Document.Only("associationId", "associationName");

    public static Association Of(NewId id, string uid, AssociationRequest profile) =>
        new(
            Document
                .Of((DocumentId.Field, id.Text), ("associationId", uid))
                .With(profile.Whole)
                .With(
                    (Members, new System.Text.Json.Nodes.JsonArray()),
                    (Waiting, new System.Text.Json.Nodes.JsonArray())
                )
        );

    public Document? Member(string id) => Find(Members, id);

    public Document? WaitingPerson(string id) => Find(Waiting, id);

    public Decision AddWaiting(Person person) =>
        Member(person.Id) is null && WaitingPerson(person.Id) is null
            ? Decision.To(Document.Append(Waiting, person.Document))
            : Decision.Refuse(Refusals.AlreadyThere);

    /// <summary>From the waiting list to the members.</summary>
    /// <param name="today">yyyy-MM-dd in Paris.</param>
    public Decision Accept(Person person, string today) =>
        Member(person.Id) is not null ? Decision.Refuse(Refusals.AlreadyThere)
        : WaitingPerson(person.Id) is null ? Decision.Refuse(Refusals.NotThere)
        : Decision.To(Without(Waiting, person.Id).Append(Members, person.Since(today)));

    public Decision RemoveMember(string id) => Remove(Members, id);

    public Decision RemoveWaiting(string id) => Remove(Waiting, id);

    public Document Forget(string id) => new Association(Without(Members, id)).Without(Waiting, id);

    Decision Remove(string list, string id) =>
        Find(list, id) is null ? Decision.Refuse(Refusals.NotThere) : Decision.To(Without(list, id));

    Document? Find(string list, string id) => Document.List(list).FirstOrDefault(person => person.Text(PersonId) == id);

    // All copies: the old API let the same person in twice.
    Document Without(string list, string id) => Document.Filter(list, person => person.Text(PersonId) != id);

    static class Refusals
    {
        public const string AlreadyThere = "Volunteer already exist";
        public const string NotThere = "Volunteer not exist";
    }
}
