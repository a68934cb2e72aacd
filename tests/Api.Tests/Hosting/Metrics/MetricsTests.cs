using Benevoclic.Api.Tests.Frame;
using Microsoft.AspNetCore.Builder;

namespace Benevoclic.Api.Tests.Hosting.Metrics;

public sealed class MetricsTests
{
    const string Duration = "http_server_request_duration_seconds_count";

    [Fact]
    public async Task Requests_are_labelled_with_the_template_and_never_with_the_address()
    {
        await using var api = await StartAsync();
        await Wire.AskAsync(api.Address, "GET", "/things/jeanne");
        await Wire.AskAsync(api.Address, "GET", "/nope/jeanne");

        var text = await api.GetTextAsync("/metrics");

        Assert.Contains("http_route=\"/things/{id}\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("jeanne", text, StringComparison.Ordinal);
        Assert.DoesNotContain("otel_scope", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/things/7", 200)]
    [InlineData("HEAD", "/things/7", 200)]
    [InlineData("PUT", "/things/7", 404)]
    [InlineData("GET", "/nope", 404)]
    [InlineData("GET", "/bug", 500)]
    public async Task Requests_are_counted_with_the_status_that_was_sent(string method, string target, int status)
    {
        await using var api = await StartAsync();
        await Wire.AskAsync(api.Address, method, target);

        var sample = Assert.Single(await DurationsAsync(api));
        Assert.Contains($"http_request_method=\"{method}\"", sample, StringComparison.Ordinal);
        Assert.Contains($"http_response_status_code=\"{status}\"", sample, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/health")]
    [InlineData("GET", "/health/ready")]
    [InlineData("GET", "/metrics")]
    [InlineData("GET", "/swagger")]
    [InlineData("GET", "/swagger/index.html")]
    [InlineData("GET", "/swagger-json")]
    [InlineData("GET", "/swagger-yaml")]
    [InlineData("OPTIONS", "/things/7")]
    public async Task What_only_watches_us_is_not_measured(string method, string target)
    {
        await using var api = await StartAsync();
        await Wire.AskAsync(api.Address, method, target);

        Assert.Empty(await DurationsAsync(api));
    }

    [Fact]
    public async Task A_bug_tells_its_kind()
    {
        await using var api = await StartAsync();
        await Wire.AskAsync(api.Address, "GET", "/bug");

        Assert.Contains(
            "error_type=\"System.InvalidOperationException\"",
            Assert.Single(await DurationsAsync(api)),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("b36a5be", true)]
    [InlineData("", false)]
    public async Task The_release_is_the_version_of_the_service(string release, bool named)
    {
        await using var api = await RunningApi.StartAsync(null, $"--BENEVOCLIC_RELEASE={release}");

        var target = Assert.Single(await Samples.ReadAsync(api), line => Samples.NameOf(line) == "target_info");
        Assert.Contains("service_name=\"benevoclic-api\"", target, StringComparison.Ordinal);
        Assert.Equal(named, target.Contains("service_version=\"b36a5be\"", StringComparison.Ordinal));
        Assert.DoesNotContain("instance", target, StringComparison.Ordinal);
    }

    static Task<RunningApi> StartAsync() =>
        RunningApi.StartAsync(app =>
        {
            app.MapGet("/things/{id}", (string id) => id);
            app.MapGet("/bug", Task () => throw new InvalidOperationException());
        });

    static async Task<IEnumerable<string>> DurationsAsync(RunningApi api) =>
        (await Samples.ReadAsync(api)).Where(line => Samples.NameOf(line) == Duration);
}
