using System.Net;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Tests.Frame;

namespace Benevoclic.Api.Tests.Settings;

/// <summary>The routes of 3.7 of the contract, with the corrections of its section 8.</summary>
public sealed class SettingsOnTheWire
{
    [Fact]
    public async Task Who_reads_his_own_for_the_first_time_gets_the_defaults_stored()
    {
        await using var api = await RunningApi.StartAsync();
        var ada = Someone.With(api, Role.Volunteer, "ada");

        var first = await api.AskAsync(HttpMethod.Get, "/settings/volunteer", ada);

        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Matches(
            """^\{"_id":"[0-9a-f]{24}","userId":"ada","profileVisibility":true,"locationSharing":false,"activitySharing":true,"twoFactor":false,"createdAt":"2026-11-22T14:38:28.102Z","updatedAt":"2026-11-22T14:38:28.102Z"\}$""",
            first.Body
        );
        Assert.Equal(first.Body, (await api.AskAsync(HttpMethod.Get, "/settings/volunteer", ada)).Body);
        Assert.Equal(first.Body, (await api.AskAsync(HttpMethod.Get, "/settings/volunteer/ada")).Body);
    }

    [Fact]
    public async Task Settings_that_nobody_stored_are_read_as_the_defaults()
    {
        await using var api = await RunningApi.StartAsync();

        var read = await api.AskAsync(HttpMethod.Get, "/settings/association/croix");

        Assert.Equal(
            """{"associationId":"croix","profileVisibility":true,"contactInfoVisibility":false,"eventVisibility":true,"volunteerListVisibility":false,"twoFactor":false,"loginNotifications":true,"siretVerification":true,"autoApproveVolunteers":false,"volunteerLimits":true,"participantLimits":true,"eventApproval":true}""",
            read.Body
        );
    }

    [Fact]
    public async Task A_change_stores_what_it_names_over_the_defaults()
    {
        await using var api = await RunningApi.StartAsync();
        var croix = Someone.With(api, Role.Association, "croix");

        var changed = await api.AskAsync(
            HttpMethod.Put,
            "/settings/association",
            croix,
            """{"autoApproveVolunteers":true,"eventApproval":false,"twoFactor":null}"""
        );

        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.Equal("true", changed["autoApproveVolunteers"]);
        Assert.Equal("false", changed["eventApproval"]);
        Assert.Equal("false", changed["twoFactor"]);
        Assert.Equal("true", changed["participantLimits"]);
        Assert.Equal(changed.Body, (await api.AskAsync(HttpMethod.Get, "/settings/association", croix)).Body);
    }

    [Fact]
    public async Task What_is_no_switch_is_refused_with_every_reason()
    {
        await using var api = await RunningApi.StartAsync();
        var ada = Someone.With(api, Role.Volunteer, "ada");

        var answer = await api.AskAsync(
            HttpMethod.Put,
            "/settings/volunteer",
            ada,
            """{"userId":"bob","_id":"x","profileVisibility":"yes","twoFactor":1}"""
        );

        Assert.Equal(
            """{"message":["property userId should not exist","property _id should not exist","profileVisibility must be a boolean value","twoFactor must be a boolean value"],"error":"Bad Request","statusCode":400}""",
            answer.Body
        );
    }

    [Fact]
    public async Task Removed_settings_are_gone_and_removed_once()
    {
        await using var api = await RunningApi.StartAsync();
        var ada = Someone.With(api, Role.Volunteer, "ada");
        await api.AskAsync(HttpMethod.Get, "/settings/volunteer", ada);

        var removed = await api.AskAsync(HttpMethod.Delete, "/settings/volunteer", ada);

        Assert.Equal((HttpStatusCode.OK, ""), (removed.Status, removed.Body));
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await api.AskAsync(HttpMethod.Delete, "/settings/volunteer", ada)).Status
        );
    }
}
