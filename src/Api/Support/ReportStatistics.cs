using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Support;

/// <summary>How many reports of which kind.</summary>
static class ReportStatistics
{
    public static Document Of(IReadOnlyList<Report> reports)
    {
        var numbers = Document.Of(
            ("total", reports.Count),
            ("pending", WithStatus(reports, ReportWords.Pending)),
            ("inProgress", WithStatus(reports, ReportWords.InProgress)),
            ("resolved", WithStatus(reports, ReportWords.Resolved)),
            ("rejected", WithStatus(reports, ReportWords.Rejected)),
            ("announcementReports", OfType(reports, ReportWords.Announcement)),
            ("technicalReports", OfType(reports, ReportWords.Technical))
        );
        // The old API let MongoDB count, whose answer has an empty id; without reports there was no answer.
        return reports.Count == 0 ? numbers : Document.Of((DocumentId.Field, null)).With(numbers);
    }

    static int WithStatus(IReadOnlyList<Report> reports, string status) =>
        reports.Count(report => report.Status == status);

    static int OfType(IReadOnlyList<Report> reports, string type) => reports.Count(report => report.Type == type);
}
