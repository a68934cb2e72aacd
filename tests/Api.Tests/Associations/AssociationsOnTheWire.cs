using System.Net;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Tests.Frame;

namespace Benevoclic.Api.Tests.Associations;

/// <summary>The routes of 3.4 of the contract, with the corrections of its section 8.</summary>
public sealed class AssociationsOnTheWire
{
    const string NoRights = "Vous n'avez pas les droits nécessaires";

    [Fact]
    public async Task An_association_makes_its_profile_with_empty_lists()
    {
        await using var api = await RunningApi.StartAsync();
        var croix = Someone.With(api, Role.Association, "croix");

        var created = await api.AskAsync(
            HttpMethod.Post,
            "/association/createAssociation",
            croix,
            """{"email":"croix@example.org","associationName":"Croix","phone":"01","bio":"b","city":"Lyon","postalCode":"69001","country":"France","type":"Santé","volunteers":[{"volunteerId":"ada"}],"associationId":"x"}"""
        );

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.Matches(
            """^\{"_id":"[0-9a-f]{24}","associationId":"croix","associationName":"Croix","bio":"b","phone":"01","city":"Lyon","country":"France","postalCode":"69001","type":"Santé","volunteers":\[\],"volunteersWaiting":\[\]\}$""",
            created.Body
        );
        var read = await api.AskAsync(HttpMethod.Get, "/association/by-id/croix");
        Assert.Equal("Croix", read["associationName"]);
        Assert.Equal(
            """{"nbAssociation":1}""",
            (await api.AskAsync(HttpMethod.Get, "/association/nb-association")).Body
        );
        await RefusesAsync(api, HttpMethod.Get, "/association/by-id/nope", null, null, 404, "Association not found");
    }

    [Fact]
    public async Task A_volunteer_asks_is_accepted_and_leaves()
    {
        await using var api = await RunningApi.StartAsync();
        var (croix, ada) = await CroixAndAdaAsync(api);
        const string Ada = """{"volunteerId":"ada","volunteerName":"Ada","more":[1]}""";

        var asked = await api.AskAsync(HttpMethod.Patch, "/association/volunteer-waiting/register/croix", ada, Ada);
        Assert.Equal((HttpStatusCode.OK, Ada), (asked.Status, asked.Body));
        Assert.Equal(
            """{"volunteerId":"ada","volunteerName":"Ada"}""",
            (await api.AskAsync(HttpMethod.Get, "/association/waiting-list/croix/ada", ada)).Body
        );
        Assert.Equal(
            """[{"associationId":"croix","associationName":"Croix"}]""",
            (await api.AskAsync(HttpMethod.Get, "/association/volunteer-waiting-list/all/ada", ada)).Body
        );
        await RefusesAsync(
            api,
            HttpMethod.Patch,
            "/association/volunteer-waiting/register/croix",
            ada,
            Ada,
            400,
            "Volunteer already exist"
        );

        var accepted = await api.AskAsync(HttpMethod.Patch, "/association/volunteer/add/croix", croix, Ada);
        Assert.Equal((HttpStatusCode.OK, Ada), (accepted.Status, accepted.Body));
        // The clock of the test stands at 2026-11-22, 15:38 in Paris.
        Assert.Equal(
            """{"volunteerId":"ada","volunteerName":"Ada","dateAdded":"2026-11-22"}""",
            (await api.AskAsync(HttpMethod.Get, "/association/volunteer-list/croix/ada", ada)).Body
        );
        Assert.Equal("", (await api.AskAsync(HttpMethod.Get, "/association/waiting-list/croix/ada", ada)).Body);
        Assert.Equal(
            """[{"associationId":"croix","associationName":"Croix"}]""",
            (await api.AskAsync(HttpMethod.Get, "/association/volunteer-list/ada", ada)).Body
        );

        var left = await api.AskAsync(HttpMethod.Patch, "/association/volunteer/remove/croix/ada", ada, "{}");
        Assert.Equal((HttpStatusCode.OK, "\"ada\""), (left.Status, left.Body));
        Assert.Equal("[]", (await api.AskAsync(HttpMethod.Get, "/association/by-volunteer/ada", ada)).Body);
        await RefusesAsync(
            api,
            HttpMethod.Patch,
            "/association/volunteer/remove/croix/ada",
            ada,
            null,
            400,
            "Volunteer not exist"
        );
    }

    [Fact]
    public async Task A_day_of_joining_is_the_day_in_Paris_when_it_happened()
    {
        await using var api = await RunningApi.StartAsync();
        var (croix, ada) = await CroixAndAdaAsync(api);
        const string Ada = """{"volunteerId":"ada","volunteerName":"Ada"}""";
        await api.AskAsync(HttpMethod.Patch, "/association/volunteer-waiting/register/croix", ada, Ada);
        // 23:10 UTC: in Paris it is tomorrow.
        api.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 22, 23, 10, 0, TimeSpan.Zero));

        await api.AskAsync(
            HttpMethod.Patch,
            "/association/volunteer/add/croix",
            Someone.With(api, Role.Association, "croix"),
            Ada
        );

        var member = await api.AskAsync(
            HttpMethod.Get,
            "/association/volunteer-list/croix/ada",
            Someone.With(api, Role.Volunteer, "ada")
        );
        Assert.Equal("2026-11-23", member["dateAdded"]);
        Assert.Equal(Role.Association, croix.Role);
    }

    [Fact]
    public async Task A_volunteer_speaks_for_himself_and_an_association_for_its_own_lists()
    {
        await using var api = await RunningApi.StartAsync();
        var (_, ada) = await CroixAndAdaAsync(api);
        var bob = Someone.With(api, Role.Volunteer, "bob");
        var other = Someone.With(api, Role.Association, "other");
        const string Ada = """{"volunteerId":"ada","volunteerName":"Ada"}""";
        await api.AskAsync(HttpMethod.Patch, "/association/volunteer-waiting/register/croix", ada, Ada);

        (HttpMethod, string, Someone, string?)[] attempts =
        [
            (HttpMethod.Patch, "/association/volunteer-waiting/register/croix", bob, Ada),
            (HttpMethod.Patch, "/association/volunteer-waiting/remove/croix/ada", bob, null),
            (HttpMethod.Patch, "/association/volunteer/remove/croix/ada", bob, null),
            (HttpMethod.Patch, "/association/volunteer/add/croix", ada, Ada),
            (HttpMethod.Patch, "/association/volunteer/add/croix", other, Ada),
            (HttpMethod.Patch, "/association/volunteer-waiting/remove/croix/ada", other, null),
            (HttpMethod.Patch, "/association/update/croix", other, """{"city":"x"}"""),
            (HttpMethod.Delete, "/association/delete/croix", other, null),
        ];
        foreach (var (method, address, by, body) in attempts)
            await RefusesAsync(api, method, address, by, body, 403, NoRights);
    }

    [Fact]
    public async Task What_does_not_exist_is_404_and_what_is_no_person_is_400()
    {
        await using var api = await RunningApi.StartAsync();
        var (croix, ada) = await CroixAndAdaAsync(api);
        var admin = Someone.With(api, Role.Admin);
        const string Ada = """{"volunteerId":"ada"}""";

        await RefusesAsync(
            api,
            HttpMethod.Patch,
            "/association/volunteer-waiting/register/nope",
            ada,
            Ada,
            404,
            "Association not found"
        );
        await RefusesAsync(
            api,
            HttpMethod.Patch,
            "/association/volunteer-waiting/remove/nope/ada",
            ada,
            null,
            404,
            "Association not found"
        );
        await RefusesAsync(
            api,
            HttpMethod.Patch,
            "/association/volunteer/remove/nope/ada",
            ada,
            null,
            404,
            "Association not found"
        );
        await RefusesAsync(
            api,
            HttpMethod.Patch,
            "/association/update/nope",
            admin,
            "{}",
            404,
            "Association not found"
        );
        await RefusesAsync(
            api,
            HttpMethod.Delete,
            "/association/delete/nope",
            admin,
            null,
            404,
            "Association not found"
        );
        await RefusesAsync(
            api,
            HttpMethod.Patch,
            "/association/volunteer/add/croix",
            croix,
            Ada,
            400,
            "Volunteer not exist"
        );
        var nobody = await api.AskAsync(HttpMethod.Patch, "/association/volunteer/add/croix", croix, "{}");
        Assert.Equal(
            """{"message":["volunteerId must be a string","volunteerId should not be empty"],"error":"Bad Request","statusCode":400}""",
            nobody.Body
        );
    }

    [Fact]
    public async Task A_profile_changes_field_by_field_and_its_lists_not_at_all()
    {
        await using var api = await RunningApi.StartAsync();
        var (croix, ada) = await CroixAndAdaAsync(api);
        await api.AskAsync(
            HttpMethod.Patch,
            "/association/volunteer-waiting/register/croix",
            ada,
            """{"volunteerId":"ada","volunteerName":"Ada"}"""
        );

        var changed = await api.AskAsync(
            HttpMethod.Patch,
            "/association/update/croix",
            croix,
            """{"associationName":"Croix Rouge","volunteersWaiting":[],"volunteers":[{"volunteerId":"eve"}],"associationId":"x"}"""
        );

        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.Equal("Croix Rouge", changed["associationName"]);
        Assert.Equal("croix", changed["associationId"]);
        Assert.Equal("Lyon", changed["city"]);
        Assert.Contains("""[{"volunteerId":"ada","volunteerName":"Ada"}]""", changed.Body, StringComparison.Ordinal);
        Assert.Contains("\"volunteers\":[]", changed.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_removed_association_is_gone()
    {
        await using var api = await RunningApi.StartAsync();
        var (croix, _) = await CroixAndAdaAsync(api);

        var removed = await api.AskAsync(HttpMethod.Delete, "/association/delete/croix", croix);

        Assert.Equal("\"This action removes a #croix association\"", removed.Body);
        await RefusesAsync(api, HttpMethod.Get, "/association/by-id/croix", null, null, 404, "Association not found");
    }

    static async Task<(Someone Croix, Someone Ada)> CroixAndAdaAsync(RunningApi api)
    {
        var croix = Someone.With(api, Role.Association, "croix");
        await api.AskAsync(
            HttpMethod.Post,
            "/association/createAssociation",
            croix,
            new
            {
                email = croix.Email,
                associationName = "Croix",
                city = "Lyon",
            }
        );
        return (croix, Someone.With(api, Role.Volunteer, "ada"));
    }

    static async Task RefusesAsync(
        RunningApi api,
        HttpMethod method,
        string address,
        Someone? by,
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
