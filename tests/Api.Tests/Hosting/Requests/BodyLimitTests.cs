using Benevoclic.Api.Tests.Frame;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;

namespace Benevoclic.Api.Tests.Hosting.Requests;

public sealed class BodyLimitTests
{
    const int Limit = 102_400;
    const string TooLarge = """{"statusCode":413,"message":"request entity too large"}""";

    [Fact]
    public async Task A_hundred_kilobytes_are_taken() =>
        Assert.Equal(200, Wire.StatusOf(await PostAsync("/things", Announced(Limit))));

    [Theory]
    [InlineData("/things")]
    [InlineData("/nope")]
    public async Task One_byte_more_is_refused_whoever_would_read_it(string target)
    {
        var answer = await PostAsync(target, Announced(Limit + 1));

        Assert.Equal(413, Wire.StatusOf(answer));
        Assert.Contains(TooLarge, answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_does_not_tell_its_length_is_refused_when_it_grows_too_long()
    {
        var answer = await PostAsync("/things", Chunked(Limit + 1));

        Assert.Equal(413, Wire.StatusOf(answer));
        Assert.Contains(TooLarge, answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_route_can_take_more() =>
        Assert.Equal(200, Wire.StatusOf(await PostAsync("/uploads", Announced(Limit + 1))));

    static async Task<string> PostAsync(string target, string headersAndBody)
    {
        await using var api = await RunningApi.StartAsync(app =>
        {
            app.MapPost("/things", (string[] things) => things.Length);
            app.MapPost("/uploads", (string[] things) => things.Length)
                .WithMetadata(new RequestSizeLimitAttribute(Limit * 2));
        });
        var head = $"POST {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n";
        return await Wire.SendAsync(api.Address, head + headersAndBody);
    }

    static string Announced(int length) => $"Content-Length: {length}\r\n\r\n{Json(length)}";

    static string Chunked(int length) => $"Transfer-Encoding: chunked\r\n\r\n{length:x}\r\n{Json(length)}\r\n0\r\n\r\n";

    static string Json(int length) => $"[\"{new string('a', length - 4)}\"]";
}
