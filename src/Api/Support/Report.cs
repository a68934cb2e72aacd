using Benevoclic.Api.Hosting.Json;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Support;

/// <summary>What somebody told the team: about an announcement, a fault, an idea.</summary>
sealed record Report(Document Document)
{
    public const string CreatedAt = "createdAt";
    const string UpdatedAt = "updatedAt";

    public string Id => Document.Text(DocumentId.Field) ?? "";

    public string Type => Document.Text("type") ?? "";

    public string Status => Document.Text("status") ?? "";

    /// <param name="userId">Who sent it, as far as he let us know.</param>
    public static Report Of(NewId id, ReportRequest request, string? userId, DateTimeOffset now) =>
        new(
            Document
                .Of((DocumentId.Field, id.Text))
                .With(request.Sent)
                .With(
                    ("userId", userId),
                    ("status", ReportWords.Pending),
                    ("priority", ReportWords.Medium),
                    (CreatedAt, MillisecondTime.Text(now)),
                    (UpdatedAt, MillisecondTime.Text(now))
                )
                // Here, and in no other collection, what was not sent is absent.
                .WithoutNulls()
        );

    /// <summary>The fields of a change: what it sets, and when that was.</summary>
    public static Document Change(Document fields, DateTimeOffset now) =>
        fields.With((UpdatedAt, MillisecondTime.Text(now)));
}
