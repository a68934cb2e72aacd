using Benevoclic.Api.Hosting.Bodies;

namespace Benevoclic.Api.Support;

/// <param name="Status">PENDING, IN_PROGRESS, RESOLVED or REJECTED; null for anything else, which the contract answers in its own words.</param>
sealed record ReportStatusRequest(string? Status) : IRequest<ReportStatusRequest>
{
    public static ReportStatusRequest From(Fields fields) =>
        new(Values.OneOf(ReportWords.Statuses)(fields.OptionalAnything("status")));
}
