using System.Net;
using Benevoclic.Api.Tests.Frame;
using Microsoft.AspNetCore.Builder;

namespace Benevoclic.Api.Tests.Hosting.Requests;

public sealed class AddressTests
{
    [Theory]
    [InlineData("/health", 200)]
    [InlineData("/HeAlTh", 200)]
    [InlineData("/health/", 200)]
    [InlineData("/health//", 404)]
    [InlineData("//health", 404)]
    [InlineData("/health//ready", 404)]
    public async Task Case_and_one_slash_at_the_end_do_not_matter(string target, int status)
    {
        await using var api = await RunningApi.StartAsync();

        Assert.Equal(status, Wire.StatusOf(await Wire.AskAsync(api.Address, "GET", target)));
    }

    [Fact]
    public async Task A_path_that_does_not_decode_is_400_in_form_1()
    {
        await using var api = await RunningApi.StartAsync();

        Assert.Contains(
            """{"message":"Failed to decode param '%zz'","error":"Bad Request","statusCode":400}""",
            await Wire.AskAsync(api.Address, "GET", "/health/%zz"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/%")]
    [InlineData("/%00")]
    [InlineData("/\0")]
    [InlineData("/caf\u00e9")]
    [InlineData("/%ff%fe")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/..%2f..%2fetc/passwd")]
    [InlineData("*")]
    [InlineData("nope")]
    [InlineData("http://elsewhere/nope")]
    public async Task A_hostile_address_gets_a_4xx(string target)
    {
        await using var api = await RunningApi.StartAsync();

        Assert.InRange(Wire.StatusOf(await Wire.AskAsync(api.Address, "GET", target)), 400, 499);
        Assert.Empty(api.Log.Errors);
    }

    [Fact]
    public async Task A_very_long_address_gets_a_4xx()
    {
        await using var api = await RunningApi.StartAsync();

        Assert.Equal(404, Wire.StatusOf(await Wire.AskAsync(api.Address, "GET", "/" + new string('a', 8000))));
        Assert.Equal(414, Wire.StatusOf(await Wire.AskAsync(api.Address, "GET", "/" + new string('a', 20_000))));
    }

    [Theory]
    [InlineData("X-Long: ", 60_000)]
    [InlineData("Authorization: Bearer ", 40_000)]
    public async Task Huge_headers_get_a_4xx(string name, int length)
    {
        await using var api = await RunningApi.StartAsync();

        var answer = await Wire.AskAsync(api.Address, "GET", "/health", $"{name}{new string('a', length)}\r\n");

        Assert.Equal(431, Wire.StatusOf(answer));
    }

    [Theory]
    [InlineData("Host: \0\r\n")]
    [InlineData("X: a\0b\r\n")]
    [InlineData("Content-Length: -1\r\n")]
    [InlineData("Content-Length: 5\r\nContent-Length: 6\r\n")]
    [InlineData("Transfer-Encoding: nonsense\r\n")]
    public async Task Broken_headers_get_a_4xx(string header)
    {
        await using var api = await RunningApi.StartAsync();

        Assert.InRange(Wire.StatusOf(await Wire.AskAsync(api.Address, "GET", "/health", header)), 400, 499);
    }

    [Fact]
    public async Task HEAD_is_answered_by_the_GET_route_without_a_body()
    {
        await using var api = await RunningApi.StartAsync(app => app.MapGet("/things/{id}", (string id) => id));

        foreach (var target in new[] { "/health", "/health/ready", "/metrics", "/swagger-json", "/things/7" })
        {
            var answer = await Wire.AskAsync(api.Address, "HEAD", target);
            Assert.Equal(200, Wire.StatusOf(answer));
            Assert.EndsWith("\r\n\r\n", answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task HEAD_of_an_unknown_route_is_404_without_a_body()
    {
        await using var api = await RunningApi.StartAsync();

        var answer = await Wire.AskAsync(api.Address, "HEAD", "/nope");

        Assert.Equal(404, Wire.StatusOf(answer));
        Assert.EndsWith("\r\n\r\n", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_says_which_server_this_is()
    {
        await using var api = await RunningApi.StartAsync();

        using var answer = await api.GetAsync("/health");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("X-Powered-By"));
    }
}
