using System.Net;
using System.Text.Json;
using Benevoclic.Api.Tests.Frame;
using Microsoft.AspNetCore.Builder;

namespace Benevoclic.Api.Tests.Hosting.OpenApi;

public sealed class ApiDocumentTests
{
    [Fact]
    public async Task The_document_has_our_title_and_the_bearer_scheme()
    {
        await using var api = await RunningApi.StartAsync();

        using var document = JsonDocument.Parse(await api.GetTextAsync("/swagger-json"));
        var root = document.RootElement;
        Assert.Equal("Benevoclic API", root.GetProperty("info").GetProperty("title").GetString());
        Assert.Equal("1.0", root.GetProperty("info").GetProperty("version").GetString());
        var scheme = root.GetProperty("components").GetProperty("securitySchemes").GetProperty("bearer");
        Assert.Equal("http", scheme.GetProperty("type").GetString());
        Assert.Equal("bearer", scheme.GetProperty("scheme").GetString());
        Assert.False(root.TryGetProperty("servers", out _));
    }

    [Fact]
    public async Task A_route_appears_once_although_it_answers_HEAD_too()
    {
        await using var api = await RunningApi.StartAsync(app => app.MapGet("/things/{id}", (string id) => id));

        using var document = JsonDocument.Parse(await api.GetTextAsync("/swagger-json"));
        var operations = document.RootElement.GetProperty("paths").GetProperty("/things/{id}").EnumerateObject();
        Assert.Equal(["get"], operations.Select(operation => operation.Name));
    }

    [Fact]
    public async Task The_document_is_there_as_YAML()
    {
        await using var api = await RunningApi.StartAsync();

        using var answer = await api.GetAsync("/swagger-yaml");
        Assert.Equal("text/yaml; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Contains(
            "title: Benevoclic API",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/swagger")]
    [InlineData("/swagger/")]
    public async Task The_page_is_found_with_and_without_the_slash(string address)
    {
        await using var api = await RunningApi.StartAsync();
        var start = new Uri(api.Client.BaseAddress!, address);

        using var answer = await api.GetAsync(address);
        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal("/swagger/index.html", new Uri(start, answer.Headers.Location!).AbsolutePath);
    }

    [Fact]
    public async Task The_page_brings_all_its_files_itself()
    {
        await using var api = await RunningApi.StartAsync();

        var page = await api.GetTextAsync("/swagger/index.html");
        Assert.Contains("<title>Benevoclic API</title>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "//",
            page.Replace("<!-- HTML for static distribution bundle build -->", ""),
            StringComparison.Ordinal
        );
        Assert.Contains("/swagger-json", await api.GetTextAsync("/swagger/index.js"), StringComparison.Ordinal);
    }
}
