using System.Net;
using System.Net.Http.Json;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Storage;
using Benevoclic.Api.Storage.Sqlite;
using Benevoclic.Api.Support;
using Benevoclic.Api.Tests.Frame;

namespace Benevoclic.Api.Tests.Support;

public sealed class ReportLimitsTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stranger_fills_neither_the_store_nor_Discord()
    {
        await using var api = await RunningApi.StartAsync();
        for (var i = 0; i < 60; i++)
            Assert.Equal(HttpStatusCode.Created, (await ReportAsync(api, "203.0.113.9")).StatusCode);

        using var limited = await ReportAsync(api, "203.0.113.9");

        Assert.Equal(
            (
                HttpStatusCode.TooManyRequests,
                """{"message":"Trop de tentatives, réessayez plus tard","error":"Too Many Requests","statusCode":429}"""
            ),
            (limited.StatusCode, await limited.Content.ReadAsStringAsync(Ct))
        );
        Assert.Equal(TimeSpan.FromMinutes(1), limited.Headers.RetryAfter?.Delta);
        Assert.Equal(60, (await api.Get<IReports>().ListAsync(Ct)).Count);
        api.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Created, (await ReportAsync(api, "203.0.113.9")).StatusCode);
    }

    [Fact]
    public async Task Who_is_signed_in_loses_nothing_by_strangers_and_is_counted_by_his_account()
    {
        await using var api = await RunningApi.StartAsync();
        var (ada, bob) = (Someone.With(api, Role.Volunteer), Someone.With(api, Role.Volunteer));
        for (var i = 0; i < 61; i++)
            await ReportAsync(api, "203.0.113.9");

        for (var i = 0; i < 20; i++)
            Assert.Equal(HttpStatusCode.Created, (await ReportAsync(api, "203.0.113.9", ada)).StatusCode);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await ReportAsync(api, "203.0.113.10", ada)).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await ReportAsync(api, "203.0.113.9", bob)).StatusCode);
    }

    [Fact]
    public async Task Many_addresses_together_have_an_end_too()
    {
        await using var api = await RunningApi.StartAsync();
        for (var i = 0; i < 600; i++)
            Assert.Equal(HttpStatusCode.Created, (await ReportAsync(api, $"203.0.113.{i % 250}")).StatusCode);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await ReportAsync(api, "203.0.113.251")).StatusCode);
    }

    [Fact]
    public async Task Broken_and_repeated_ones_count_and_who_has_none_left_costs_the_store_nothing()
    {
        await using var api = await RunningApi.StartAsync();
        for (var i = 0; i < 30; i++)
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await ReportAsync(api, "203.0.113.9", type: "NONE")).StatusCode);
            Assert.Equal(HttpStatusCode.Created, (await ReportAsync(api, "203.0.113.9", id: "req_1")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await ReportAsync(api, "203.0.113.9", id: "req_2")).StatusCode);

        Assert.Equal(1, await api.Get<SqliteStore>()[Collection.Requests].CountAsync());
    }

    static async Task<HttpResponseMessage> ReportAsync(
        RunningApi api,
        string from,
        Someone? who = null,
        string type = "OTHER",
        string id = ""
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/support/reports")
        {
            Content = JsonContent.Create(
                new
                {
                    type,
                    category = "OTHER",
                    description = "help",
                }
            ),
        };
        request.Headers.Add("X-Forwarded-For", from);
        request.Headers.Add("X-Request-ID", id);
        if (who is not null)
            request.Headers.Authorization = new("Bearer", who.Token);
        return await api.Client.SendAsync(request, Ct);
    }
}
