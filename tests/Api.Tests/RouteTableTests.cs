using System.Net;
using System.Net.Http.Headers;
using Benevoclic.Api.Tests.Frame;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Benevoclic.Api.Tests;

/// <summary>Every route of the application with who may call it. A route without a line here fails the build.</summary>
public sealed class RouteTableTests
{
    const string Everyone = "everyone";

    static readonly Dictionary<string, string> Callers = new()
    {
        ["GET /health"] = Everyone,
        ["GET /health/ready"] = Everyone,
        ["GET /metrics"] = Everyone,
        ["GET /swagger-json"] = Everyone,
        ["GET /swagger-yaml"] = Everyone,
    };

    [Fact]
    public async Task Every_route_of_the_application_is_in_the_table_and_the_other_way_round()
    {
        await using var api = await RunningApi.StartAsync();

        Assert.Equal(Callers.Keys.Order(StringComparer.Ordinal), RoutesOf(api).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_everyone_may_call_does_not_look_at_a_token()
    {
        await using var api = await RunningApi.StartAsync();
        // The web client's server sends exactly this for a visitor without an account.
        api.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "undefined");

        foreach (var route in Callers.Where(entry => entry.Value == Everyone).Select(entry => entry.Key.Split(' ')[1]))
        {
            using var answer = await api.GetAsync(route);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{route} answered {answer.StatusCode}");
        }
    }

    static IEnumerable<string> RoutesOf(RunningApi api) =>
        from endpoint in api.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"]
        select $"{method} {endpoint.RoutePattern.RawText}";
}
