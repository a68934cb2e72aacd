using System.Net;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Tests.Frame;

namespace Benevoclic.Api.Tests.Associations;

/// <summary>Who belongs to an association, and who waits for it.</summary>
public sealed class MembershipsOnTheWire
{
    const string NoRights = "Vous n'avez pas les droits nécessaires";

    [Fact]
    public async Task A_volunteer_asks_is_accepted_and_leaves()
    {
        await using var api = await RunningApi.StartAsync();
        var (croix, ada) = await api.CroixAndAdaAsync();
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
        await api.RefusesAsync(
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
        await api.RefusesAsync(
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
        var (croix, ada) = await api.CroixAndAdaAsync();
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
        var (_, ada) = await api.CroixAndAdaAsync();
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
            await api.RefusesAsync(method, address, by, body, 403, NoRights);
    }
}
