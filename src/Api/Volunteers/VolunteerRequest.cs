using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Benevoclic.Api.Hosting.Bodies;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Volunteers;

/// <summary>A profile as clients send it. Whatever else comes along is dropped without a word: the web client sends more.</summary>
/// <param name="Email">Whose profile it will be; not stored.</param>
sealed record VolunteerRequest(
    string? Email,
    string? FirstName,
    string? LastName,
    string? Phone,
    string? Bio,
    string? City,
    string? PostalCode,
    string? Country,
    string? BirthDate,
    JsonObject? LocationVolunteer
) : IRequest<VolunteerRequest>
{
    /// <summary>Every field of a profile; what was not sent is null, which is how a new one is stored.</summary>
    [JsonIgnore]
    public Document Whole =>
        Document.Of(
            ("firstName", FirstName),
            ("lastName", LastName),
            ("phone", Phone),
            ("bio", Bio),
            ("city", City),
            ("postalCode", PostalCode),
            ("country", Country),
            ("birthDate", BirthDate),
            ("locationVolunteer", LocationVolunteer?.DeepClone())
        );

    /// <summary>Only what was sent: a change leaves the rest.</summary>
    [JsonIgnore]
    public Document Sent { get; private init; } = Document.Empty;

    public static VolunteerRequest From(Fields fields)
    {
        var request = new VolunteerRequest(
            fields.OptionalText("email"),
            fields.OptionalText("firstName"),
            fields.OptionalText("lastName"),
            fields.OptionalText("phone"),
            fields.OptionalText("bio"),
            fields.OptionalText("city"),
            fields.OptionalText("postalCode"),
            fields.OptionalText("country"),
            fields.OptionalText("birthDate"),
            fields.OptionalPoint("locationVolunteer")
        );
        return request with { Sent = request.Whole.Only([.. request.Whole.Names.Where(fields.Has)]) };
    }
}
