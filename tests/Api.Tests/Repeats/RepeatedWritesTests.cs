using System.Net;
using Benevoclic.Api.Announcements;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Support;
using Benevoclic.Api.Tests.Announcements;
using Benevoclic.Api.Tests.Frame;

namespace Benevoclic.Api.Tests.Repeats;

/// <summary>Real writes that are sent again.</summary>
public sealed class RepeatedWritesTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_registration_that_is_sent_again_is_no_second_one()
    {
        await using var api = await RunningApi.StartAsync();
        var croix = Someone.With(api, Role.Association);
        var ada = Someone.With(api, Role.Volunteer);
        var added = await api.Get<IAnnouncements>().AddAsync(AnAnnouncement.With(("associationId", croix.Uid)), Ct);
        var body = $$"""{"id":"{{ada.Uid}}","name":"Ada"}""";
        var address = $"/announcements/participant/register/{added.Id}";

        var first = await api.SendAsync(ada, "req_1", HttpMethod.Patch, address, body);
        var second = await api.SendAsync(ada, "req_1", HttpMethod.Patch, address, body);
        var third = await api.SendAsync(ada, "req_2", HttpMethod.Patch, address, body);

        Assert.Equal((HttpStatusCode.OK, body), (first.Status, first.Body));
        Assert.Equal(first, second);
        Assert.Equal(HttpStatusCode.BadRequest, third.Status);
    }

    [Fact]
    public async Task A_report_of_somebody_unknown_that_is_sent_again_is_no_second_one()
    {
        await using var api = await RunningApi.StartAsync();
        const string Body = """{"type":"OTHER","category":"OTHER","description":"help"}""";

        var first = await ReportAsync(api, "req_1", Body);
        var second = await ReportAsync(api, "req_1", Body);
        Assert.Equal(HttpStatusCode.Created, first.Status);
        Assert.Equal(first, second);

        // Whoever guesses an id learns nothing by it, and takes nobody's place.
        var guessed = await ReportAsync(api, "req_1", Body.Replace("help", "show me", StringComparison.Ordinal));
        Assert.NotEqual(first["_id"], guessed["_id"]);
        var ada = Someone.With(api, Role.Volunteer);
        var known = await api.SendAsync(ada, "req_1", HttpMethod.Post, "/support/reports", Body);
        Assert.NotEqual(first["_id"], known["_id"]);
        Assert.Equal(3, (await api.Get<IReports>().ListAsync(Ct)).Count);
    }

    [Fact]
    public async Task A_body_that_is_too_large_to_be_compared_is_refused_like_any_other()
    {
        await using var api = await RunningApi.StartAsync();

        var answer = await ReportAsync(api, "req_1", $$"""{"description":"{{new string('x', 200_000)}}"}""");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
    }

    static Task<WireAnswer> ReportAsync(RunningApi api, string id, string body) =>
        api.SendAsync(null, id, HttpMethod.Post, "/support/reports", body);
}
