using System.Net;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Tests.Frame;

namespace Benevoclic.Api.Tests.Volunteers;

/// <summary>The routes of 3.3 of the contract, with the corrections of its section 8.</summary>
public sealed class VolunteersOnTheWire
{
    [Fact]
    public async Task A_volunteer_makes_his_profile_and_everybody_reads_it()
    {
        await using var api = await RunningApi.StartAsync();
        var ada = Someone.With(api, Role.Volunteer, "ada");

        // What the web client sends: no country, and an email that is not stored.
        var created = await api.AskAsync(
            HttpMethod.Post,
            "/volunteer",
            ada,
            """{"email":"ADA@example.org","firstName":"Ada","lastName":"É","phone":"06","birthDate":"1990-01-01","city":"Lyon","postalCode":"69001","bio":"x"}"""
        );

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.Matches(
            """^\{"_id":"[0-9a-f]{24}","volunteerId":"ada","firstName":"Ada","lastName":"É","phone":"06","bio":"x","city":"Lyon","postalCode":"69001","birthDate":"1990-01-01"\}$""",
            created.Body
        );
        var read = await api.AskAsync(HttpMethod.Get, "/volunteer/ada");
        Assert.Equal(HttpStatusCode.OK, read.Status);
        // Stored as the old API stored what was left out, and in its order.
        Assert.Equal(
            created.Body.Replace(""","birthDate":""", ""","country":null,"birthDate":""", StringComparison.Ordinal)[
                ..^1
            ] + ""","locationVolunteer":null}""",
            read.Body
        );
        Assert.Equal("""{"nbVolunteer":1}""", (await api.AskAsync(HttpMethod.Get, "/volunteer/nb-volunteer")).Body);
    }

    [Fact]
    public async Task Nobody_makes_a_profile_for_somebody_else_nor_a_second_one()
    {
        await using var api = await RunningApi.StartAsync();
        var ada = Someone.With(api, Role.Volunteer, "ada");

        foreach (var body in new[] { """{"email":"bob@example.org"}""", "{}", """{"email":null}""", "" })
            await RefusesAsync(api, HttpMethod.Post, "/volunteer", ada, body, 404, "Email not found");
        Assert.Equal(HttpStatusCode.Created, (await CreateAsync(api, ada)).Status);
        await RefusesAsync(
            api,
            HttpMethod.Post,
            "/volunteer",
            ada,
            """{"email":"ada@example.org"}""",
            400,
            "Email already exist"
        );
    }

    [Fact]
    public async Task A_volunteer_changes_what_he_names_and_no_id_nor_unknown_field()
    {
        await using var api = await RunningApi.StartAsync();
        var ada = Someone.With(api, Role.Volunteer, "ada");
        await CreateAsync(api, ada);

        var changed = await api.AskAsync(
            HttpMethod.Patch,
            "/volunteer/ada",
            ada,
            """{"city":"Lyon","bio":"","volunteerId":"bob","_id":"x","email":"x","isAdmin":true,"locationVolunteer":{"type":"Point","coordinates":[4.8,45.7]}}"""
        );

        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.Equal("ada", changed["volunteerId"]);
        Assert.Equal("Lyon", changed["city"]);
        Assert.Equal("", changed["bio"]);
        Assert.Equal("Ada", changed["firstName"]);
        Assert.DoesNotContain("isAdmin", changed.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("email", changed.Body, StringComparison.Ordinal);
        Assert.Equal(changed.Body, (await api.AskAsync(HttpMethod.Get, "/volunteer/ada")).Body);
    }

    [Theory]
    [InlineData("""{"city":5}""", "city must be a string")]
    [InlineData("""{"locationVolunteer":{"type":"Point","coordinates":[200,0]}}""", "locationVolunteer invalide")]
    public async Task What_cannot_be_a_profile_is_refused_and_nothing_is_written(string body, string message)
    {
        await using var api = await RunningApi.StartAsync();
        var ada = Someone.With(api, Role.Volunteer, "ada");
        await CreateAsync(api, ada);
        var before = (await api.AskAsync(HttpMethod.Get, "/volunteer/ada")).Body;

        var answer = await api.AskAsync(HttpMethod.Patch, "/volunteer/ada", ada, body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(message, answer.Body, StringComparison.Ordinal);
        Assert.Equal(before, (await api.AskAsync(HttpMethod.Get, "/volunteer/ada")).Body);
    }

    [Fact]
    public async Task Another_volunteer_neither_changes_nor_removes_a_profile()
    {
        await using var api = await RunningApi.StartAsync();
        await CreateAsync(api, Someone.With(api, Role.Volunteer, "ada"));
        var bob = Someone.With(api, Role.Volunteer, "bob");

        await RefusesAsync(
            api,
            HttpMethod.Patch,
            "/volunteer/ada",
            bob,
            """{"city":"x"}""",
            403,
            "Vous n'avez pas les droits nécessaires"
        );
        await RefusesAsync(
            api,
            HttpMethod.Delete,
            "/volunteer/ada",
            bob,
            null,
            403,
            "Vous n'avez pas les droits nécessaires"
        );
    }

    [Fact]
    public async Task Who_has_no_profile_is_an_empty_answer_to_readers_and_not_found_to_himself()
    {
        await using var api = await RunningApi.StartAsync();
        var ada = Someone.With(api, Role.Volunteer, "ada");

        var read = await api.AskAsync(HttpMethod.Get, "/volunteer/ada");
        Assert.Equal((HttpStatusCode.OK, ""), (read.Status, read.Body));
        await RefusesAsync(
            api,
            HttpMethod.Patch,
            "/volunteer/ada",
            ada,
            """{"city":"x"}""",
            404,
            "Volunteer not found"
        );
        await RefusesAsync(api, HttpMethod.Delete, "/volunteer/ada", ada, null, 404, "Volunteer not found");
    }

    [Fact]
    public async Task A_volunteer_who_leaves_is_gone()
    {
        await using var api = await RunningApi.StartAsync();
        var ada = Someone.With(api, Role.Volunteer, "ada");
        await CreateAsync(api, ada);

        Assert.Equal("""{"volunteerId":"ada"}""", (await api.AskAsync(HttpMethod.Delete, "/volunteer/ada", ada)).Body);
        Assert.Equal("", (await api.AskAsync(HttpMethod.Get, "/volunteer/ada")).Body);
        var admin = Someone.With(api, Role.Admin);
        Assert.Equal("[]", (await api.AskAsync(HttpMethod.Get, "/volunteer", admin)).Body);
    }

    static Task<WireAnswer> CreateAsync(RunningApi api, Someone person) =>
        api.AskAsync(HttpMethod.Post, "/volunteer", person, new { email = person.Email, firstName = "Ada" });

    static async Task RefusesAsync(
        RunningApi api,
        HttpMethod method,
        string address,
        Someone by,
        string? body,
        int status,
        string message
    )
    {
        var answer = await api.AskAsync(method, address, by, body);
        Assert.Equal(status, (int)answer.Status);
        Assert.Equal(message, answer["message"]);
    }
}
