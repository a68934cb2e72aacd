using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Benevoclic.Api.Hosting.Bodies;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Associations;

/// <summary>A profile as clients send it. Whatever else comes along is dropped without a word: nobody sets ids and lists so.</summary>
/// <param name="Email">Whose profile it will be; not stored.</param>
sealed record AssociationRequest(
    string? Email,
    string? AssociationName,
    string? Bio,
    string? Phone,
    string? City,
    string? Country,
    string? PostalCode,
    string? Type,
    JsonObject? LocationAssociation
) : IRequest<AssociationRequest>
{
    /// <summary>Every field of a profile; what was not sent is null, which is how a new one is stored.</summary>
    [JsonIgnore]
    public Document Whole =>
        Document.Of(
            ("associationName", AssociationName),
            ("bio", Bio),
            ("phone", Phone),
            ("city", City),
            ("country", Country),
            ("postalCode", PostalCode),
            ("type", Type),
            ("locationAssociation", LocationAssociation?.DeepClone())
        );

    /// <summary>Only what was sent: a change leaves the rest.</summary>
    [JsonIgnore]
    public Document Sent { get; private init; } = Document.Empty;

    public static AssociationRequest From(Fields fields)
    {
        var request = new AssociationRequest(
            fields.OptionalText("email"),
            fields.OptionalText("associationName"),
            fields.OptionalText("bio"),
            fields.OptionalText("phone"),
            fields.OptionalText("city"),
            fields.OptionalText("country"),
            fields.OptionalText("postalCode"),
            fields.OptionalText("type"),
            fields.OptionalPoint("locationAssociation")
        );
        return request with { Sent = request.Whole.Only([.. request.Whole.Names.Where(fields.Has)]) };
    }
}
