using Benevoclic.Api.Hosting.Bodies;

namespace Benevoclic.Api.Support;

/// <param name="Priority">LOW, MEDIUM, HIGH or CRITICAL; null for anything else, which the contract answers in its own words.</param>
sealed record ReportPriorityRequest(string? Priority) : IRequest<ReportPriorityRequest>
{
    public static ReportPriorityRequest From(Fields fields) =>
        new(Values.OneOf(ReportWords.Priorities)(fields.OptionalAnything("priority")));
}
