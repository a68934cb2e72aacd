using System.Text.Json;
using System.Text.RegularExpressions;
using Benevoclic.Api.Tests.Frame;

namespace Benevoclic.Api.Tests.Hosting.OpenApi;

/// <summary>Whoever writes a client reads the description: it must have every route, and say of each what goes in and comes out.</summary>
public sealed partial class ApiDescriptionTests
{
    [Fact]
    public async Task Every_route_of_the_contract_is_described_and_no_other()
    {
        using var document = await ReadAsync();

        var described = OperationsOf(document).Select(operation => Anonymous(operation.Name)).ToHashSet();
        Assert.Equal(109, ContractRoutes.All.Count);
        Assert.Empty(ContractRoutes.All.Select(Anonymous).Except(described));
        // Readiness, and what the contract's GET that deletes is called when it is called by its name.
        Assert.Equal(
            ["DELETE /orphan-cleanup/{}", "GET /health/ready"],
            described.Except(ContractRoutes.All.Select(Anonymous)).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Every_route_says_what_it_answers_and_how_an_error_looks()
    {
        using var document = await ReadAsync();

        Assert.All(
            OperationsOf(document),
            operation =>
            {
                var answers = operation.Json.GetProperty("responses").EnumerateObject().Select(answer => answer.Name);
                string[] expected =
                [
                    operation.Name.StartsWith("POST ", StringComparison.Ordinal) ? "201" : "200",
                    "default",
                ];
                Assert.True(expected.SequenceEqual(answers), $"{operation.Name}: {string.Join(' ', answers)}");
            }
        );
    }

    [Fact]
    public async Task What_comes_without_a_body_is_only_what_has_nothing_to_say()
    {
        using var document = await ReadAsync();

        var without = OperationsOf(document)
            .Where(operation => !HasBody(operation.Json.GetProperty("responses").EnumerateObject().First().Value))
            .Select(operation => operation.Name);
        Assert.Equal(
            [
                "DELETE /announcements/association/{associationId}",
                "DELETE /announcements/{id}",
                "DELETE /orphan-cleanup/{volunteerId}",
                "DELETE /settings/association",
                "DELETE /settings/volunteer",
                "DELETE /support/reports/{id}",
                "GET /orphan-cleanup/{volunteerId}",
                "PATCH /announcements/updateAnnouncementVisibility/{associationId}/{eventVisibility}",
            ],
            without.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Every_route_that_takes_a_body_shows_it()
    {
        using var document = await ReadAsync();
        // They carry out what their address says.
        string[] without =
        [
            "PATCH /announcements/participant/unregister/{participant}/{announcementId}",
            "PATCH /announcements/updateAnnouncementVisibility/{associationId}/{eventVisibility}",
            "PATCH /announcements/volunteer/unregister/{volunteer}/{announcementId}",
            "PATCH /announcements/volunteerWaiting/unregister/{volunteer}/{announcementId}",
            "PATCH /association/volunteer-waiting/remove/{associationId}/{volunteer}",
            "PATCH /association/volunteer/remove/{associationId}/{volunteerId}",
            "PATCH /user/{id}/isCompleted/{isCompleted}",
            "PATCH /user/{id}/update-connected/{connected}",
            "POST /auth/session/refresh",
            "POST /auth/session/validate",
            "POST /orphan-cleanup/manual",
            "POST /user/logout",
        ];

        var missing = OperationsOf(document)
            .Where(operation => operation.Name.StartsWith('P') && !operation.Json.TryGetProperty("requestBody", out _))
            .Select(operation => operation.Name);
        Assert.Equal(without, missing.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_needs_a_token_says_so_and_names_the_roles()
    {
        using var document = await ReadAsync();
        var operations = OperationsOf(document).ToDictionary(operation => operation.Name, operation => operation.Json);

        Assert.True(operations["DELETE /user/{id}"].GetProperty("security")[0].TryGetProperty("bearer", out _));
        Assert.Equal(
            "Roles: ADMIN ASSOCIATION VOLUNTEER.",
            operations["DELETE /user/{id}"].GetProperty("description").GetString()
        );
        Assert.Equal("Any valid token.", operations["GET /auth/session"].GetProperty("description").GetString());
        Assert.False(operations["POST /user/login"].TryGetProperty("security", out _));
    }

    [Fact]
    public async Task Every_reference_leads_somewhere()
    {
        using var document = await ReadAsync();
        var schemas = document.RootElement.GetProperty("components").GetProperty("schemas");

        var names = Reference().Matches(document.RootElement.GetRawText()).Select(match => match.Groups[1].Value);

        Assert.All(names.Distinct(), name => Assert.True(schemas.TryGetProperty(name, out _), name));
    }

    static async Task<JsonDocument> ReadAsync()
    {
        await using var api = await RunningApi.StartAsync();
        return JsonDocument.Parse(await api.GetTextAsync("/swagger-json"));
    }

    static bool HasBody(JsonElement answer) => answer.TryGetProperty("content", out _);

    static IReadOnlyList<(string Name, JsonElement Json)> OperationsOf(JsonDocument document) =>
        [
            .. from path in document.RootElement.GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            select ($"{operation.Name.ToUpperInvariant()} {path.Name}", operation.Value),
        ];

    /// <summary>Parameters without their names: those are ours to choose.</summary>
    static string Anonymous(string route) => Parameter().Replace(route, "{}");

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("#/components/schemas/([^\"]+)")]
    private static partial Regex Reference();
}
