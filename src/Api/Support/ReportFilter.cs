using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using Benevoclic.Api.Hosting.Bodies;
using Benevoclic.Api.Hosting.OpenApi;
using Microsoft.AspNetCore.Http.Metadata;

namespace Benevoclic.Api.Support;

/// <summary>Which reports, and which page of them, newest first.</summary>
/// <param name="Equal">Fields with the text that they must have.</param>
/// <param name="From">Created then or later.</param>
/// <param name="To">Created then or before.</param>
/// <param name="Page">From 1 on.</param>
/// <param name="Limit">1 to 100.</param>
sealed record ReportFilter(
    IReadOnlyList<(string Field, string Text)> Equal,
    DateTimeOffset? From,
    DateTimeOffset? To,
    int Page,
    int Limit
) : IBindableFromHttpContext<ReportFilter>, IEndpointParameterMetadataProvider
{
    const int DefaultLimit = 10;
    const int LargestLimit = 100;
    const int LargestPage = 1_000_000;

    static readonly string[] Days = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];

    /// <summary>Every report whose field has this text, on one page.</summary>
    public static ReportFilter All(string field, string text) => new([(field, text)], null, null, 1, int.MaxValue);

    public int Skip => (Page - 1) * Limit;

    public static ValueTask<ReportFilter?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var query = context.Request.Query.Select(pair =>
            KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value.ToString())
        );
        var fields = new Fields(new JsonObject(query));
        var filter = Read(fields);
        fields.Check(refusesUnknown: true);
        return ValueTask.FromResult<ReportFilter?>(filter);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(
            new QueryShape(
                "type",
                "category",
                "status",
                "priority",
                "userId",
                "announcementId",
                "createdAtFrom",
                "createdAtTo",
                "page",
                "limit"
            )
        );

    static ReportFilter Read(Fields fields)
    {
        (string, string?)[] equal =
        [
            ("type", fields.OptionalOneOf("type", ReportWords.Types)),
            ("category", fields.OptionalOneOfUnlisted("category", ReportWords.Categories)),
            ("status", fields.OptionalOneOf("status", ReportWords.Statuses)),
            ("priority", fields.OptionalOneOf("priority", ReportWords.Priorities)),
            ("userId", fields.OptionalText("userId")),
            ("announcementId", fields.OptionalText("announcementId")),
        ];
        return new(
            [.. equal.Where(pair => pair.Item2 is not null).Select(pair => (pair.Item1, pair.Item2!))],
            Instant(fields, "createdAtFrom"),
            Instant(fields, "createdAtTo"),
            Whole(fields, "page", 1, LargestPage),
            Whole(fields, "limit", DefaultLimit, LargestLimit)
        );
    }

    static DateTimeOffset? Instant(Fields fields, string name)
    {
        if (fields.OptionalDate(name) is not { } text)
            return null;
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (
            DateTimeOffset.TryParseExact(text, Days, CultureInfo.InvariantCulture, utc, out var instant)
            || DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, utc, out instant)
        )
        {
            return instant;
        }
        fields.Break(Rules.Date(name));
        return null;
    }

    static int Whole(Fields fields, string name, int otherwise, int largest) =>
        (int)Math.Clamp(fields.OptionalNumber(name) ?? otherwise, 1, largest);
}
