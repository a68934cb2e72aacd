using System.Text.Json.Serialization;
using Benevoclic.Api.Hosting.Bodies;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Support;

/// <summary>A report as people send it.</summary>
sealed record ReportRequest(
    string Type,
    string Category,
    string Description,
    string? AnnouncementId,
    string? UserEmail,
    string? UserAgent,
    string? PageUrl,
    string? BrowserInfo,
    string? DeviceInfo
) : IRequest<ReportRequest>
{
    public static bool RefusesUnknownFields => true;

    [JsonIgnore]
    public Document Sent =>
        Document.Of(
            ("type", Type),
            ("category", Category),
            ("description", Description),
            ("announcementId", AnnouncementId),
            ("userEmail", UserEmail),
            ("userAgent", UserAgent),
            ("pageUrl", PageUrl),
            ("browserInfo", BrowserInfo),
            ("deviceInfo", DeviceInfo)
        );

    public static ReportRequest From(Fields fields) =>
        new(
            fields.OneOf("type", ReportWords.Types),
            fields.OneOfUnlisted("category", ReportWords.Categories),
            fields.Text("description"),
            fields.OptionalText("announcementId"),
            fields.OptionalText("userEmail"),
            fields.OptionalText("userAgent"),
            fields.OptionalText("pageUrl"),
            fields.OptionalText("browserInfo"),
            fields.OptionalText("deviceInfo")
        );
}
