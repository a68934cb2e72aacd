using Benevoclic.Api.Hosting.Answers;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Repeats;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Announcements.Searching;

static class SearchEndpoints
{
    // Around the announcements, about.
    const int MetaBytes = 128;

    // What the old API answered to a page that is none, and the web client reads as "nothing found".
    static readonly JsonAnswer NoPage = Answer.Created(
        Document.Stored("""{"annonces":[],"meta":{"total":0,"page":1,"limit":10}}"""u8.ToArray())
    );

    public static void MapSearches(this IEndpointRouteBuilder announcements)
    {
        announcements.MapPost("/filter/announcements", ForPublic).ForAnyone().OnlyReads().AnswersCreated<SearchShape>();
        announcements
            .MapPost("/filter/association", ForAssociation)
            .For(Role.Association, Role.Admin)
            .OnlyReads()
            .AnswersCreated<SearchShape>();
    }

    static Task<JsonAnswer> ForPublic(
        PublicSearchRequest request,
        IAnnouncements announcements,
        AnnouncementPictures pictures,
        TimeProvider clock,
        CancellationToken ct
    ) => AnswerAsync(request.ToSearch(clock), Audience.Visitors, announcements, pictures, ct);

    static Task<JsonAnswer> ForAssociation(
        AssociationSearchRequest request,
        Caller caller,
        IAnnouncements announcements,
        AnnouncementPictures pictures,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        caller.RequireMayActFor(request.AssociationId);
        return AnswerAsync(request.ToSearch(clock), Audience.Members, announcements, pictures, ct);
    }

    static async Task<JsonAnswer> AnswerAsync(
        Search? search,
        Audience audience,
        IAnnouncements announcements,
        AnnouncementPictures pictures,
        CancellationToken ct
    )
    {
        if (search is null)
            return NoPage;
        var result = await announcements.SearchAsync(search, ct);
        return Answer.Created(Body(search, result.Total, await pictures.ShowAsync(result.Page, audience, ct)));
    }

    static Document Body(Search search, long total, IReadOnlyList<Document> shown) =>
        Document.Stored(
            DocumentWriting.Write(
                writer =>
                {
                    writer.WriteStartObject();
                    writer.WritePropertyName("annonces");
                    DocumentWriting.WriteList(writer, shown);
                    writer.WriteStartObject("meta");
                    writer.WriteNumber("page", search.Page);
                    writer.WriteNumber("limit", search.Limit);
                    writer.WriteNumber("total", total);
                    writer.WriteNumber("pages", (total + search.Limit - 1) / search.Limit);
                    writer.WriteEndObject();
                    writer.WriteEndObject();
                },
                MetaBytes + shown.Sum(announcement => announcement.Json.Length + 1)
            )
        );
}
