using System.Text.Json.Serialization;
using Benevoclic.Api.Hosting.Bodies;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Announcements.Registering;

/// <summary>Who would like to help. It is kept as it was sent, without fields of ours that nobody may bring along.</summary>
sealed record WaitingRequest(string Id, string? Name) : IRequest<WaitingRequest>
{
    [JsonIgnore]
    public Document Sent { get; private init; } = Document.Empty;

    [JsonIgnore]
    public Document Person => Document.Of((Announcement.PersonId, Id), ("name", Name));

    public static WaitingRequest From(Fields fields) =>
        new(fields.Text("id"), fields.OptionalText("name")) { Sent = Document.From(fields.Sent) };
}
