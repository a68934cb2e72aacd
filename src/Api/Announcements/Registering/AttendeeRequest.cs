using System.Text.Json.Serialization;
using Benevoclic.Api.Hosting.Bodies;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Announcements.Registering;

/// <summary>Who comes, or is marked as having come.</summary>
sealed record AttendeeRequest(string Id, string Name, bool? IsPresent) : IRequest<AttendeeRequest>
{
    public static bool RefusesUnknownFields => true;

    [JsonIgnore]
    public Document Sent { get; private init; } = Document.Empty;

    public static AttendeeRequest From(Fields fields) =>
        new(fields.Text("id"), fields.Text("name"), fields.OptionalBoolean("isPresent"))
        {
            Sent = Document.From(fields.Sent),
        };

    /// <param name="today">yyyy-MM-dd in Paris.</param>
    public Document Since(string today) => Attendee.Since(Id, Name, today);
}
