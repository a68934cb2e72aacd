using System.Net;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Tests.Frame;

namespace Benevoclic.Api.Tests.Associations;

/// <summary>The routes of 3.4 of the contract, with the corrections of its section 8.</summary>
public sealed class AssociationsOnTheWire
{
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
        await api.RefusesAsync(HttpMethod.Get, "/association/by-id/nope", null, null, 404, "Association not found");
    }

    [Fact]
    public async Task What_does_not_exist_is_404_and_what_is_no_person_is_400()
    {
        await using var api = await RunningApi.StartAsync();
        var (croix, ada) = await api.CroixAndAdaAsync();
        var admin = Someone.With(api, Role.Admin);
        const string Ada = """{"volunteerId":"ada"}""";

        await api.RefusesAsync(
            HttpMethod.Patch,
            "/association/volunteer-waiting/register/nope",
            ada,
            Ada,
            404,
            "Association not found"
        );
        await api.RefusesAsync(
            HttpMethod.Patch,
            "/association/volunteer-waiting/remove/nope/ada",
            ada,
            null,
            404,
            "Association not found"
        );
        await api.RefusesAsync(
            HttpMethod.Patch,
            "/association/volunteer/remove/nope/ada",
            ada,
            null,
            404,
            "Association not found"
        );
        await api.RefusesAsync(HttpMethod.Patch, "/association/update/nope", admin, "{}", 404, "Association not found");
        await api.RefusesAsync(
            HttpMethod.Delete,
            "/association/delete/nope",
            admin,
            null,
            404,
            "Association not found"
        );
        await api.RefusesAsync(
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
        var (croix, ada) = await api.CroixAndAdaAsync();
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
        var (croix, _) = await api.CroixAndAdaAsync();

        var removed = await api.AskAsync(HttpMethod.Delete, "/association/delete/croix", croix);

        Assert.Equal("\"This action removes a #croix association\"", removed.Body);
        await api.RefusesAsync(HttpMethod.Get, "/association/by-id/croix", null, null, 404, "Association not found");
    }
}
