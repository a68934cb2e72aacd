using System.Net;
using System.Text;
using Benevoclic.Api.Hosting.Errors;
using Benevoclic.Api.Tests.Frame;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Benevoclic.Api.Tests.Hosting.Errors;

public sealed class ErrorsOnTheWireTests
{
    [Theory]
    [InlineData("GET", "/nope")]
    [InlineData("GET", "/nope?q=%C3%A9&a=<b>'\"")]
    [InlineData("PATCH", "/nope/")]
    [InlineData("POST", "/health")]
    [InlineData("DELETE", "/health/ready")]
    [InlineData("PUT", "/metrics")]
    [InlineData("BREW", "/swagger-json")]
    [InlineData("GET", "/swagger/nope")]
    public async Task An_unknown_route_names_the_method_and_the_address_as_sent(string method, string target)
    {
        await using var api = await RunningApi.StartAsync();

        var answer = await Wire.AskAsync(api.Address, method, target);

        var quoted = target.Replace("\"", "\\\"", StringComparison.Ordinal);
        Assert.Equal(404, Wire.StatusOf(answer));
        Assert.Contains(
            $$"""{"message":"Cannot {{method}} {{quoted}}","error":"Not Found","statusCode":404}""",
            answer,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("\r\nAllow:", answer, StringComparison.Ordinal);
        Assert.Contains("\r\nContent-Type: application/json; charset=utf-8\r\n", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bug_is_logged_once_with_its_stack_and_never_shown()
    {
        await using var api = await RunningApi.StartAsync(app =>
            app.MapGet("/things/{id}", Task (string id) => throw new InvalidOperationException("hunter2"))
        );

        var (status, body) = await AskAsync(api, HttpMethod.Get, "/things/7");

        Assert.Equal(HttpStatusCode.InternalServerError, status);
        Assert.Equal("""{"statusCode":500,"message":"Internal server error"}""", body);
        var line = Assert.Single(api.Log.Errors);
        Assert.Contains("GET /things/{id} failed", line, StringComparison.Ordinal);
        Assert.Contains("hunter2", line, StringComparison.Ordinal);
        Assert.Contains("   at ", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expected_error_keeps_its_accents_and_is_not_logged()
    {
        await using var api = await RunningApi.StartAsync(app =>
            app.MapGet("/things", Task () => throw new ApiException(404, "Annonce non trouvée, désolé «ça»"))
        );

        var (status, body) = await AskAsync(api, HttpMethod.Get, "/things");

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal("""{"message":"Annonce non trouvée, désolé «ça»","error":"Not Found","statusCode":404}""", body);
        Assert.Empty(api.Log.Errors);
    }

    [Fact]
    public async Task Broken_rules_are_sent_as_a_list()
    {
        await using var api = await RunningApi.StartAsync(app =>
            app.MapGet("/things", Task () => throw new ApiException(["a should not be empty", "b must be a string"]))
        );

        var (_, body) = await AskAsync(api, HttpMethod.Get, "/things");

        Assert.Equal(
            """{"message":["a should not be empty","b must be a string"],"error":"Bad Request","statusCode":400}""",
            body
        );
    }

    [Theory]
    [InlineData("{", "Unexpected JSON at line 1, position 1")]
    [InlineData("{\"title\":\"\u00ff\"}", "Unexpected JSON at line 1, position 12")]
    [InlineData("{\n\"title\": 3}", "Unexpected JSON at line 2, position 10")]
    public async Task JSON_that_cannot_be_read_is_400_with_the_place(string json, string message)
    {
        await using var api = await StartWithPostAsync();
        using var content = new ByteArrayContent(Encoding.Latin1.GetBytes(json))
        {
            Headers = { { "Content-Type", "application/json" } },
        };

        var (status, body) = await AskAsync(api, HttpMethod.Post, "/things", content);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal($$"""{"message":"{{message}}","error":"Bad Request","statusCode":400}""", body);
        Assert.Empty(api.Log.Errors);
    }

    [Fact]
    public async Task A_media_type_that_a_route_does_not_take_is_415()
    {
        await using var api = await StartWithPostAsync();
        using var content = new StringContent("<a/>", Encoding.UTF8, "application/xml");

        var (status, body) = await AskAsync(api, HttpMethod.Post, "/things", content);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, status);
        Assert.Equal("""{"statusCode":415,"message":"unsupported media type"}""", body);
    }

    [Fact]
    public async Task A_client_that_leaves_is_not_an_error()
    {
        var ct = TestContext.Current.CancellationToken;
        var begun = new TaskCompletionSource();
        await using var api = await RunningApi.StartAsync(app =>
            app.MapGet(
                "/slow",
                Task (HttpContext context) =>
                {
                    begun.SetResult();
                    return Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
                }
            )
        );
        using var impatience = new CancellationTokenSource();
        var answer = api.Client.GetAsync("/slow", impatience.Token);
        await begun.Task.WaitAsync(ct);

        await impatience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        await api.App.StopAsync(ct);
        Assert.Empty(api.Log.Errors);
    }

    static Task<RunningApi> StartWithPostAsync() =>
        RunningApi.StartAsync(app => app.MapPost("/things", (Thing thing) => thing.Title));

    static async Task<(HttpStatusCode Status, string Body)> AskAsync(
        RunningApi api,
        HttpMethod method,
        string address,
        HttpContent? content = null
    )
    {
        var ct = TestContext.Current.CancellationToken;
        using var request = new HttpRequestMessage(method, address) { Content = content };
        using var answer = await api.Client.SendAsync(request, ct);
        Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(ct));
    }

    sealed record Thing(string Title);
}
