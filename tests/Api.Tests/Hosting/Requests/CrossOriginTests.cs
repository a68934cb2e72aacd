using System.Net;
using Benevoclic.Api.Tests.Frame;
using Microsoft.AspNetCore.Builder;

namespace Benevoclic.Api.Tests.Hosting.Requests;

public sealed class CrossOriginTests
{
    const string Ours = "https://www.benevoclic.fr";

    [Theory]
    [InlineData(Ours)]
    [InlineData("http://localhost:5482")]
    public async Task Our_web_clients_are_named_back(string origin)
    {
        await using var api = await RunningApi.StartAsync();

        using var answer = await AskAsync(api, HttpMethod.Get, "/health", origin);
        Assert.Equal(origin, Header(answer, "Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("https://www.benevoclic.fr.evil.example")]
    [InlineData("http://www.benevoclic.fr")]
    [InlineData("null")]
    [InlineData(null)]
    public async Task Others_are_served_but_not_named(string? origin)
    {
        await using var api = await RunningApi.StartAsync();

        using var answer = await AskAsync(api, HttpMethod.Get, "/health", origin);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Null(Header(answer, "Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/nope")]
    [InlineData("/bug")]
    [InlineData("/metrics")]
    public async Task Every_answer_varies_and_allows_credentials(string address)
    {
        await using var api = await RunningApi.StartAsync(app =>
            app.MapGet("/bug", Task () => throw new InvalidOperationException())
        );

        using var answer = await AskAsync(api, HttpMethod.Get, address, origin: null);
        Assert.Contains("Origin", answer.Headers.Vary);
        Assert.Equal("true", Header(answer, "Access-Control-Allow-Credentials"));
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/nope")]
    public async Task A_preflight_is_answered_for_any_address(string address)
    {
        await using var api = await RunningApi.StartAsync();

        using var answer = await AskAsync(api, HttpMethod.Options, address, Ours);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("GET,HEAD,PUT,PATCH,POST,DELETE,OPTIONS", Header(answer, "Access-Control-Allow-Methods"));
        Assert.Equal("Content-Type,Authorization", Header(answer, "Access-Control-Allow-Headers"));
        Assert.Equal(Ours, Header(answer, "Access-Control-Allow-Origin"));
        Assert.Equal("true", Header(answer, "Access-Control-Allow-Credentials"));
        Assert.Equal("Origin", Header(answer, "Vary"));
    }

    [Theory]
    [InlineData("/swagger")]
    [InlineData("/swagger-json")]
    [InlineData("/Swagger/index.html")]
    public async Task The_document_is_not_covered(string address)
    {
        await using var api = await RunningApi.StartAsync();

        using var answer = await AskAsync(api, HttpMethod.Get, address, Ours);
        Assert.DoesNotContain(
            answer.Headers,
            header => header.Key.StartsWith("Access-Control", StringComparison.Ordinal)
        );
        Assert.DoesNotContain("Origin", answer.Headers.Vary);
    }

    static Task<HttpResponseMessage> AskAsync(RunningApi api, HttpMethod method, string address, string? origin)
    {
        var request = new HttpRequestMessage(method, address);
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        return api.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;
}
