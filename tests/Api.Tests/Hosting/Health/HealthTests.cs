using System.Text.Json;
using Benevoclic.Api.Tests.Frame;

namespace Benevoclic.Api.Tests.Hosting.Health;

public sealed class HealthTests
{
    [Fact]
    public async Task The_body_is_the_contracts_to_the_letter()
    {
        await using var api = await RunningApi.StartAsync();
        api.Clock.Advance(TimeSpan.FromMilliseconds(1500));

        Assert.Equal(
            """{"status":"ok","timestamp":"2026-11-22T14:38:29.602Z","uptime":1.5,"environment":"development"}""",
            await api.GetTextAsync("/health")
        );
    }

    [Fact]
    public async Task A_full_second_still_has_three_fraction_digits()
    {
        await using var api = await RunningApi.StartAsync();
        api.Clock.Advance(TimeSpan.FromMilliseconds(898));

        Assert.Contains("\"2026-11-22T14:38:29.000Z\"", await api.GetTextAsync("/health"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--NODE_ENV=production", "production")]
    [InlineData("--NODE_ENV=", "development")]
    public async Task The_environment_is_NODE_ENV(string setting, string expected)
    {
        await using var api = await RunningApi.StartAsync(null, setting);

        using var body = JsonDocument.Parse(await api.GetTextAsync("/health"));
        Assert.Equal(expected, body.RootElement.GetProperty("environment").GetString());
    }

    [Fact]
    public async Task It_is_utf_8_json()
    {
        await using var api = await RunningApi.StartAsync();

        using var answer = await api.GetAsync("/health");
        Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task A_named_release_is_in_a_header_and_not_in_the_body()
    {
        await using var api = await RunningApi.StartAsync(null, "--BENEVOCLIC_RELEASE=b36a5be");

        using var answer = await api.GetAsync("/health");
        Assert.Equal("b36a5be", answer.Headers.GetValues("X-Benevoclic-Release").Single());
        Assert.DoesNotContain(
            "b36a5be",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_release_without_a_name_has_no_header()
    {
        await using var api = await RunningApi.StartAsync(null, "--BENEVOCLIC_RELEASE=");

        using var answer = await api.GetAsync("/health");
        Assert.False(answer.Headers.Contains("X-Benevoclic-Release"));
    }
}
