using System.Net;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Tests.Frame;
using Microsoft.AspNetCore.Builder;

namespace Benevoclic.Api.Tests.Identity;

/// <summary>The door: who is told what, in the contract's words.</summary>
public sealed class AccessTests
{
    const string Missing = """{"message":"Token manquant ou invalide","error":"Unauthorized","statusCode":401}""";
    const string NoRights =
        """{"message":"Vous n'avez pas les droits nécessaires","error":"Forbidden","statusCode":403}""";
    const string Rejected = """{"message":"Token invalide","error":"Unauthorized","statusCode":401}""";

    [Theory]
    [InlineData("", Missing)]
    [InlineData("Authorization: Basic YTpi\r\n", Missing)]
    [InlineData("Authorization: bearer x\r\n", Missing)]
    [InlineData("Authorization: Bearer\r\n", Missing)]
    [InlineData("Authorization: Bearer a\r\nAuthorization: Bearer b\r\n", Missing)]
    [InlineData("Authorization: Bearer undefined\r\n", Rejected)]
    [InlineData("Authorization: Bearer a.b.c\r\n", Rejected)]
    [InlineData("Authorization: Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.\r\n", Rejected)]
    public async Task Who_brings_no_good_token_is_told_so(string header, string body)
    {
        await using var api = await StartAsync();

        foreach (var route in new[] { "/any", "/role" })
        {
            var answer = await Wire.AskAsync(api.Address, "GET", route, header);
            Assert.Equal(401, Wire.StatusOf(answer));
            Assert.Contains(body, answer, StringComparison.Ordinal);
        }
        Assert.Empty(api.Log.Errors);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Authorization: Bearer undefined\r\n")]
    [InlineData("Authorization: Bearer a.b.c\r\n")]
    public async Task A_bad_token_does_no_harm_where_none_is_needed(string header)
    {
        await using var api = await StartAsync();

        Assert.Contains(
            "\r\nopen\r\n",
            await Wire.AskAsync(api.Address, "GET", "/open", header),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\r\nnobody\r\n",
            await Wire.AskAsync(api.Address, "GET", "/known", header),
            StringComparison.Ordinal
        );
        Assert.Equal(404, Wire.StatusOf(await Wire.AskAsync(api.Address, "GET", "/nope", header)));
        Assert.Equal(404, Wire.StatusOf(await Wire.AskAsync(api.Address, "POST", "/any", header)));
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Forbidden)]
    [InlineData(Roles.Volunteer, HttpStatusCode.Forbidden)]
    [InlineData(Roles.Association, HttpStatusCode.OK)]
    [InlineData(Roles.Admin, HttpStatusCode.OK)]
    public async Task A_role_opens_its_routes_and_no_others(string? role, HttpStatusCode status)
    {
        await using var api = await StartAsync();
        var person = Someone.With(api, Roles.Parse(role));

        var answer = await api.AskAsync(HttpMethod.Get, "/role", person);
        Assert.Equal((status, status == HttpStatusCode.OK ? "role" : NoRights), (answer.Status, answer.Body));
        Assert.Equal("any", (await api.AskAsync(HttpMethod.Get, "/any", person)).Body);
        Assert.Equal(person.Uid, (await api.AskAsync(HttpMethod.Get, "/known", person)).Body);
    }

    [Theory]
    [InlineData("/role", true)]
    [InlineData("/any", true)]
    [InlineData("/open", false)]
    [InlineData("/known", false)]
    public async Task The_description_of_the_API_says_where_a_token_is_needed(string route, bool isNeeded)
    {
        await using var api = await StartAsync();

        var description = await api.AskAsync(HttpMethod.Get, "/swagger-json");

        var security = description.Json["paths"]![route]!["get"]!["security"]?.ToJsonString();
        Assert.Equal(isNeeded ? """[{"bearer":[]}]""" : null, security);
    }

    static Task<RunningApi> StartAsync() =>
        RunningApi.StartAsync(app =>
        {
            app.MapGet("/any", () => "any").ForAnyToken();
            app.MapGet("/role", () => "role").For(Role.Admin, Role.Association);
            app.MapGet("/open", () => "open").ForAnyone();
            app.MapGet("/known", (Caller? caller) => caller?.Uid ?? "nobody").ForAnyoneKnownOrNot();
        });
}
