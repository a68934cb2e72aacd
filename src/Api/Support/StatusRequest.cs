using Benevoclic.Api.Hosting.Bodies;

namespace Benevoclic.Api.Support;

/// <param name="Status">PENDING, IN_PROGRESS, RESOLVED or REJECTED; null for anything else, which the contract answers in its own words.</param>
sealed record StatusRequest(string? Status) : IRequest<StatusRequest>
{
    public static StatusRequest From(Fields fields) =>
        new(Values.OneOf(ReportWords.Statuses)(fields.OptionalAnything("status")));
}
