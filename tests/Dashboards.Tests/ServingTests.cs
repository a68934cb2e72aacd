using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Benevoclic.Dashboards.Tests;

public sealed class ServingTests
{
    const string Proxy = "/api/datasources/proxy/uid";

    [Fact]
    public async Task A_dashboard_is_served_as_its_file_is_and_anew_when_that_changes()
    {
        await using var viewer = await RunningViewer.StartAsync();
        viewer.Write("one.json", """{"uid": "one", "title": "Un", "panels": []}""");
        viewer.Write("broken.json", "{");
        viewer.Write("none.json", """["uid"]""");

        Assert.Equal(
            """[{"uid":"one","title":"Un","url":"/d/one","type":"dash-db"}]""",
            await viewer.Http.GetStringAsync("/api/search")
        );
        Assert.Contains(
            "\"Un\"",
            await viewer.Http.GetStringAsync("/api/dashboards/uid/one"),
            StringComparison.Ordinal
        );
        viewer.Write("one.json", """{"uid": "one", "title": "Deux"}""");
        Assert.Contains(
            "\"Deux\"",
            await viewer.Http.GetStringAsync("/api/dashboards/uid/one"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("attacker.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost.attacker.example", HttpStatusCode.BadRequest)]
    public async Task Only_the_names_of_this_machine_are_answered(string host, HttpStatusCode expected)
    {
        await using var viewer = await RunningViewer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/health") { Headers = { Host = host } };

        using var answer = await viewer.Http.SendAsync(request);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("GET", $"{Proxy}/metrics/api/v1/admin/tsdb/snapshot", HttpStatusCode.Forbidden)]
    [InlineData("GET", $"{Proxy}/metrics/api/v1/label/%2e%2e%2f-%2fquit/values", HttpStatusCode.Forbidden)]
    [InlineData("GET", $"{Proxy}/alerts/api/v1/query", HttpStatusCode.NotFound)]
    [InlineData("GET", $"{Proxy}/unknown/api/v1/query", HttpStatusCode.NotFound)]
    [InlineData("POST", $"{Proxy}/metrics/api/v1/query", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", "/api/dashboards/uid/one", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/api/dashboards/uid/one", HttpStatusCode.NotFound)]
    [InlineData("GET", "/page/../Program.cs", HttpStatusCode.NotFound)]
    [InlineData("GET", "/page/script/nothing.js", HttpStatusCode.NotFound)]
    public async Task What_is_not_reading_is_refused(string method, string path, HttpStatusCode expected)
    {
        await using var viewer = await RunningViewer.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var answer = await viewer.Http.SendAsync(request);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task A_Prometheus_that_is_away_is_said_in_words()
    {
        await using var viewer = await RunningViewer.StartAsync();

        using var answer = await viewer.Http.GetAsync($"{Proxy}/metrics/api/v1/query?query=up");

        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        Assert.Contains("Prometheus ne", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_arrives_as_it_was_asked_and_the_answer_as_it_was_given()
    {
        var port = FreePorts.Take(1)[0];
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Logging.ClearProviders();
        await using var prometheus = builder.Build();
        prometheus.Urls.Add($"http://127.0.0.1:{port}");
        prometheus.MapGet(
            "/api/v1/query_range",
            (HttpRequest request) => Results.Text($"{request.QueryString}", "application/json", statusCode: 422)
        );
        await prometheus.StartAsync();
        await using var viewer = await RunningViewer.StartAsync($"http://127.0.0.1:{port}/");
        const string query = "?query=rate%28a%7Bb%3D%22%C3%A9%22%7D%5B1m%5D%29&step=5";

        using var answer = await viewer.Http.GetAsync($"{Proxy}/metrics/api/v1/query_range{query}");

        Assert.Equal((HttpStatusCode)422, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(query, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_page_loads_nothing_from_elsewhere_and_runs_no_script_but_ours()
    {
        await using var viewer = await RunningViewer.StartAsync();

        using var answer = await viewer.Http.GetAsync("/d/any/a-readable-name");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Contains(
            "script-src 'self'",
            answer.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("onclick", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chart_library_comes_with_its_licence()
    {
        await using var viewer = await RunningViewer.StartAsync();
        const string folder = "/page/vendor/uplot-1.6.32";

        Assert.Contains("MIT License", await viewer.Http.GetStringAsync($"{folder}/LICENSE"), StringComparison.Ordinal);
        Assert.Contains(
            "uPlot",
            await viewer.Http.GetStringAsync($"{folder}/uPlot.iife.min.js"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Without_a_home_the_first_dashboard_is_it()
    {
        await using var viewer = await RunningViewer.StartAsync();
        viewer.Write("b.json", """{"uid": "second"}""");
        viewer.Write("a.json", """{"uid": "first"}""");
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });

        using var answer = await http.GetAsync(viewer.Http.BaseAddress);

        Assert.Equal("/d/first", answer.Headers.Location?.OriginalString);
    }
}
