using System.Text.Json;
using Benevoclic.Api.Hosting.Bodies;
using Benevoclic.Api.Tests.Frame;
using Microsoft.AspNetCore.Builder;

namespace Benevoclic.Api.Tests.Hosting.Bodies;

public sealed class RequestTests
{
    [Fact]
    public async Task A_handler_gets_its_request_only_when_every_rule_holds()
    {
        await using var api = await StartAsync();

        Assert.Equal("Zoé is 7", await PostAsync(api, "/loose", """{"name":"Zoé","age":"7","more":1}"""));
        Assert.Equal(
            """{"message":["name must be a string","name should not be empty"],"error":"Bad Request","statusCode":400}""",
            await PostAsync(api, "/loose", "{}")
        );
        Assert.Equal(
            """{"message":["property more should not exist","name should not be empty"],"error":"Bad Request","statusCode":400}""",
            await PostAsync(api, "/strict", """{"name":"","more":1}""")
        );
    }

    [Fact]
    public async Task The_description_of_the_API_shows_what_a_route_takes()
    {
        await using var api = await StartAsync();

        using var document = JsonDocument.Parse(await api.GetTextAsync("/swagger-json"));
        var content = document
            .RootElement.GetProperty("paths")
            .GetProperty("/loose")
            .GetProperty("post")
            .GetProperty("requestBody")
            .GetProperty("content");
        Assert.Equal(
            ["application/json", "application/x-www-form-urlencoded"],
            content.EnumerateObject().Select(type => type.Name)
        );
        var reference = content.GetProperty("application/json").GetProperty("schema").GetProperty("$ref").GetString()!;
        Assert.Equal(
            ["name", "age"],
            document
                .RootElement.GetProperty("components")
                .GetProperty("schemas")
                .GetProperty(reference.Split('/')[^1])
                .GetProperty("properties")
                .EnumerateObject()
                .Select(property => property.Name)
        );
    }

    static Task<RunningApi> StartAsync() =>
        RunningApi.StartAsync(app =>
        {
            app.MapPost("/loose", (Loose request) => $"{request.Name} is {request.Age}");
            app.MapPost("/strict", (Strict request) => request.Name);
        });

    static async Task<string> PostAsync(RunningApi api, string route, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await api.Client.PostAsync(route, content, TestContext.Current.CancellationToken);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    sealed record Loose(string Name, double? Age) : IRequest<Loose>
    {
        public static Loose From(Fields fields) => new(fields.Text("name"), fields.OptionalNumber("age"));
    }

    sealed record Strict(string Name) : IRequest<Strict>
    {
        public static bool RefusesUnknownFields => true;

        public static Strict From(Fields fields) => new(fields.Text("name"));
    }
}
