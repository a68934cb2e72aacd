using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Volunteers;

/// <summary>A volunteer's profile; its id is the account's uid.</summary>
sealed record Volunteer(Document Document)
{
    public string Id => Document.Text("volunteerId") ?? "";

    public static Volunteer Of(NewId id, string uid, VolunteerRequest profile) =>
        new(Document.Of((DocumentId.Field, id.Text), ("volunteerId", uid)).With(profile.Whole));
}
