using System.Net;
using Benevoclic.Api.Tests.Frame;
using Benevoclic.Harness;

namespace Benevoclic.Api.Tests.Storage.Mongo;

/// <summary>A server that goes, hangs, comes back, or is not there yet. The API is told apart from it and needs no restart.</summary>
public sealed class OutageTests
{
    /// <summary>The web client gives up then, and sends the same again.</summary>
    static readonly TimeSpan PatienceOfTheClient = TimeSpan.FromSeconds(2.5);
    static readonly TimeSpan Recovery = TimeSpan.FromSeconds(20);

    // Somebody reads it at night, on a telephone.
    const int LongestReason = 300;

    [Fact]
    public async Task A_server_that_dies_is_503_in_time_and_one_that_comes_back_is_used_again()
    {
        StandIn.SkipWithout();
        await using var server = new StandIn();
        await server.StartAsync();
        await using var api = await StartAsync(server);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(api, "/volunteer/ada"));

        await server.StopAsync();
        await SaysUnavailableAsync(api);

        await server.StartAsync();
        await RecoversAsync(api);
    }

    [Fact]
    public async Task A_server_that_hangs_is_503_in_time_and_one_that_wakes_is_used_again()
    {
        StandIn.SkipWithout();
        await using var server = new StandIn();
        await server.StartAsync();
        await using var api = await StartAsync(server);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(api, "/volunteer/ada"));

        await server.FreezeAsync();
        await SaysUnavailableAsync(api);

        await server.ThawAsync();
        await RecoversAsync(api);
    }

    [Fact]
    public async Task An_API_that_starts_before_its_server_waits_for_it_and_creates_its_indexes_then()
    {
        StandIn.SkipWithout();
        await using var server = new StandIn();
        await using var api = await StartAsync(server);
        await SaysUnavailableAsync(api);

        await server.StartAsync();
        await RecoversAsync(api);
        await Eventually.TrueAsync(
            () =>
            {
                // Between two tries it waits, on the clock of the test.
                api.Clock.Advance(TimeSpan.FromSeconds(1));
                return api.Log.All.Any(line =>
                    line.Contains("indexes are as this version needs them", StringComparison.Ordinal)
                );
            },
            Recovery,
            () => string.Join('\n', api.Log.All)
        );
    }

    static async Task<RunningApi> StartAsync(StandIn server)
    {
        var api = await RunningApi.StartAsync(null, "--BENEVOCLIC_STORE=mongodb", $"--MONGODB_URL={server.Url}");
        api.Client.Timeout = PatienceOfTheClient;
        return api;
    }

    static async Task SaysUnavailableAsync(RunningApi api)
    {
        // Many at once: a queue behind a dead server would make each wait for the ones before it.
        await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(async _ =>
                {
                    using var answer = await api.GetAsync("/volunteer/ada");
                    Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
                    Assert.Equal(TimeSpan.FromSeconds(2), answer.Headers.RetryAfter?.Delta);
                    Assert.Equal(
                        """{"message":"Service momentanément indisponible","error":"Service Unavailable","statusCode":503}""",
                        await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
                    );
                })
        );
        using var ready = await api.GetAsync("/health/ready");
        Assert.Contains(
            """{"name":"store","state":"unhealthy","reason":"MongoDB: it does not answer"}""",
            await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(api, "/health"));
        Assert.All(
            api.Log.Errors.Where(line => line.Contains("answered 503", StringComparison.Ordinal)),
            line => Assert.InRange(line.Length, 0, LongestReason)
        );
    }

    static Task RecoversAsync(RunningApi api) =>
        Eventually.TrueAsync(
            async () => await StatusAsync(api, "/volunteer/ada") == HttpStatusCode.OK,
            Recovery,
            () => "it did not find its server again"
        );

    static async Task<HttpStatusCode> StatusAsync(RunningApi api, string address)
    {
        using var answer = await api.GetAsync(address);
        return answer.StatusCode;
    }
}
