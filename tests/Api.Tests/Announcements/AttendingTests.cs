using System.Net;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Tests.Frame;

namespace Benevoclic.Api.Tests.Announcements;

public sealed class AttendingTests
{
    const string NoRights =
        """{"message":"Vous n'avez pas les droits nécessaires","error":"Forbidden","statusCode":403}""";

    [Fact]
    public async Task A_volunteer_speaks_for_himself_alone()
    {
        await using var api = await RunningApi.StartAsync();
        var croix = Someone.With(api, Role.Association);
        var ada = Someone.With(api, Role.Volunteer);
        var bob = Someone.With(api, Role.Volunteer);
        var id = await api.PublishAsync(croix);

        foreach (var list in new[] { "participant", "volunteerWaiting" })
        {
            var own = $$"""{"id":"{{ada.Uid}}","name":"Ada"}""";
            Assert.Equal(
                NoRights,
                (await api.AskAsync(HttpMethod.Patch, $"/announcements/{list}/register/{id}", bob, own)).Body
            );
            Assert.Equal(
                own,
                (await api.AskAsync(HttpMethod.Patch, $"/announcements/{list}/register/{id}", ada, own)).Body
            );
            var leave = $"/announcements/{list}/unregister/{ada.Uid}/{id}";
            Assert.Equal(NoRights, (await api.AskAsync(HttpMethod.Patch, leave, bob, "{}")).Body);
            Assert.Equal($"\"{ada.Uid}\"", (await api.AskAsync(HttpMethod.Patch, leave, ada, "{}")).Body);
        }
    }

    [Fact]
    public async Task A_helper_waits_is_accepted_marked_and_taken_out()
    {
        await using var api = await RunningApi.StartAsync();
        var croix = Someone.With(api, Role.Association);
        var ada = Someone.With(api, Role.Volunteer);
        var id = await api.PublishAsync(croix);
        var person = $$"""{"id":"{{ada.Uid}}","name":"Ada"}""";

        await api.AskAsync(HttpMethod.Patch, $"/announcements/volunteerWaiting/register/{id}", ada, person);
        var again = await api.AskAsync(HttpMethod.Patch, $"/announcements/volunteerWaiting/register/{id}", ada, person);
        Assert.Equal("Volunteer already registered", again["message"]);
        Assert.Equal(HttpStatusCode.BadRequest, again.Status);

        Assert.Equal(
            person,
            (await api.AskAsync(HttpMethod.Patch, $"/announcements/volunteer/register/{id}", croix, person)).Body
        );
        var mark = $$"""{"id":"{{ada.Uid}}","name":"Ada","isPresent":true}""";
        var marked = await api.AskAsync(HttpMethod.Patch, $"/announcements/volunteer/presence/{id}", croix, mark);
        Assert.Equal($$"""{"id":"{{ada.Uid}}","name":"Ada","isPresent":true,"dateAdded":"2026-11-22"}""", marked.Body);

        var missions = await api.AskAsync(HttpMethod.Get, $"/announcements/volunteer/{ada.Uid}", ada);
        Assert.Equal(id, missions.Json[0]!["_id"]!.GetValue<string>());
        await api.AskAsync(HttpMethod.Patch, $"/announcements/volunteer/unregister/{ada.Uid}/{id}", croix, "{}");
        Assert.Equal("[]", (await api.AskAsync(HttpMethod.Get, $"/announcements/volunteer/{ada.Uid}", ada)).Body);
    }

    [Fact]
    public async Task Where_helpers_need_no_consent_waiting_is_helping_until_it_is_full()
    {
        await using var api = await RunningApi.StartAsync();
        var croix = Someone.With(api, Role.Association);
        await api.AskAsync(HttpMethod.Put, "/settings/association", croix, """{"autoApproveVolunteers":true}""");
        var id = await api.PublishAsync(croix, maxVolunteers: 1);
        var (ada, bob) = (Someone.With(api, Role.Volunteer), Someone.With(api, Role.Volunteer));

        await WaitAsync(ada);
        var refused = await WaitAsync(bob);

        Assert.Equal("Announcement is already completed", refused["message"]);
        var found = await api.AskAsync(HttpMethod.Get, $"/announcements/{id}", croix);
        Assert.Equal("1", found["nbVolunteers"]);
        Assert.Equal("ACTIVE", found["status"]);
        var left = await api.AskAsync(
            HttpMethod.Patch,
            $"/announcements/volunteerWaiting/unregister/{ada.Uid}/{id}",
            ada,
            "{}"
        );
        Assert.Equal(HttpStatusCode.OK, left.Status);
        Assert.Equal(HttpStatusCode.OK, (await WaitAsync(bob)).Status);

        Task<WireAnswer> WaitAsync(Someone who) =>
            api.AskAsync(
                HttpMethod.Patch,
                $"/announcements/volunteerWaiting/register/{id}",
                who,
                $$"""{"id":"{{who.Uid}}","name":"N"}"""
            );
    }
}
