using System.Text.Json.Serialization;
using Benevoclic.Api.Hosting.Bodies;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Support;

/// <summary>What an administrator changes in a report; what is not sent stays.</summary>
sealed record ReportChangeRequest(
    string? Type,
    string? Category,
    string? Description,
    string? AnnouncementId,
    string? UserEmail,
    string? UserAgent,
    string? PageUrl,
    string? BrowserInfo,
    string? DeviceInfo,
    string? Status,
    string? Priority,
    string? AdminNotes
) : IRequest<ReportChangeRequest>
{
    public static bool RefusesUnknownFields => true;

    [JsonIgnore]
    public Document Sent { get; private init; } = Document.Empty;

    public static ReportChangeRequest From(Fields fields)
    {
        var request = new ReportChangeRequest(
            fields.OptionalOneOf("type", ReportWords.Types),
            fields.OptionalOneOfUnlisted("category", ReportWords.Categories),
            fields.OptionalText("description"),
            fields.OptionalText("announcementId"),
            fields.OptionalText("userEmail"),
            fields.OptionalText("userAgent"),
            fields.OptionalText("pageUrl"),
            fields.OptionalText("browserInfo"),
            fields.OptionalText("deviceInfo"),
            fields.OptionalOneOf("status", ReportWords.Statuses),
            fields.OptionalOneOf("priority", ReportWords.Priorities),
            fields.OptionalText("adminNotes")
        );
        // Every field of ours is text, and by now each that was sent has been checked.
        return request with { Sent = Document.From(fields.Sent) };
    }
}
