using System.Globalization;
using Benevoclic.Api.Tests.Frame;
using Microsoft.AspNetCore.Builder;

namespace Benevoclic.Api.Tests.Hosting.Metrics;

public sealed class LastRequestTests
{
    // 2026-11-22T14:38:28.102Z, where the clock of the tests begins.
    const decimal Start = 1795358308.102m;

    [Fact]
    public async Task Before_any_request_it_is_the_start_of_the_process()
    {
        await using var api = await StartAsync();
        api.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(Start, await LastRequestAsync(api));
    }

    [Theory]
    [InlineData("GET", "/things/7")]
    [InlineData("HEAD", "/things/7")]
    [InlineData("GET", "/bug")]
    public async Task A_business_route_moves_it(string method, string target)
    {
        await using var api = await StartAsync();
        api.Clock.Advance(TimeSpan.FromSeconds(90));
        await Wire.AskAsync(api.Address, method, target);
        api.Clock.Advance(TimeSpan.FromSeconds(90));

        Assert.Equal(Start + 90, await LastRequestAsync(api));
    }

    [Theory]
    [InlineData("GET", "/health")]
    [InlineData("HEAD", "/health/ready")]
    [InlineData("GET", "/metrics")]
    [InlineData("GET", "/swagger-json")]
    [InlineData("GET", "/swagger/index.html")]
    [InlineData("GET", "/wp-login.php")]
    [InlineData("DELETE", "/things/7")]
    [InlineData("OPTIONS", "/things/7")]
    [InlineData("GET", "/things/%zz")]
    public async Task Probes_scrapes_documents_and_scanners_do_not(string method, string target)
    {
        await using var api = await StartAsync();
        api.Clock.Advance(TimeSpan.FromSeconds(90));
        await Wire.AskAsync(api.Address, method, target);

        Assert.Equal(Start, await LastRequestAsync(api));
    }

    static Task<RunningApi> StartAsync() =>
        RunningApi.StartAsync(app =>
        {
            app.MapGet("/things/{id}", (string id) => id);
            app.MapGet("/bug", Task () => throw new InvalidOperationException());
        });

    static async Task<decimal> LastRequestAsync(RunningApi api)
    {
        var samples = await Samples.ReadAsync(api);
        var line = Assert.Single(
            samples,
            line => line.StartsWith("api_last_request_timestamp_seconds", StringComparison.Ordinal)
        );
        return decimal.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture);
    }
}
