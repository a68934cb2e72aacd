using System.Text.Json.Serialization;
using Benevoclic.Api.Hosting.Bodies;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Associations;

/// <summary>Who joins, or is accepted.</summary>
sealed record PersonRequest(string VolunteerId, string? VolunteerName) : IRequest<PersonRequest>
{
    /// <summary>The answer is what was sent, unknown fields included.</summary>
    [JsonIgnore]
    public Document Sent { get; private init; } = Document.Empty;

    [JsonIgnore]
    public Person Person => new(VolunteerId, VolunteerName);

    public static PersonRequest From(Fields fields) =>
        new(fields.Text("volunteerId"), fields.OptionalText("volunteerName")) { Sent = Document.From(fields.Sent) };
}
