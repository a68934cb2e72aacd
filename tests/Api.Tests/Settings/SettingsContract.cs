using Benevoclic.Api.Settings;
using Benevoclic.Api.Storage;
using Benevoclic.Api.Tests.Frame;

namespace Benevoclic.Api.Tests.Settings;

/// <summary>What both implementations of <see cref="ISettings"/> promise.</summary>
public sealed class SettingsContract
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachStore]
    public async Task The_first_change_stores_the_defaults_and_the_next_one_keeps_the_rest(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var settings = store.Get<ISettings>();
        Assert.Null(await settings.FindAsync(SettingsKind.Volunteer, "ada", Ct));

        var first = await settings.PutAsync(SettingsKind.Volunteer, "ada", Document.Of(("twoFactor", true)), Ct);
        var second = await settings.PutAsync(SettingsKind.Volunteer, "ada", Document.Of(("locationSharing", true)), Ct);

        Assert.False(first["locationSharing"]);
        Assert.True(second["twoFactor"]);
        Assert.True(second["locationSharing"]);
        Assert.True(second["profileVisibility"]);
        Assert.Equal(first.Document.Text("_id"), second.Document.Text("_id"));
        Assert.Equal(first.Document.Text("createdAt"), second.Document.Text("createdAt"));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", second.Document.Text("createdAt"));
        var found = await settings.FindAsync(SettingsKind.Volunteer, "ada", Ct);
        Assert.Equal(Sorted(second), Sorted(found!));
    }

    [Theory, EachStore]
    public async Task Settings_that_many_ask_for_at_once_are_made_once(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var settings = store.Get<ISettings>();

        var all = await Task.WhenAll(
            Enumerable
                .Range(0, 30)
                .Select(_ => settings.PutAsync(SettingsKind.Association, "croix", Document.Empty, Ct))
        );

        Assert.Single(all.Select(own => own.Document.Text("_id")).Distinct());
        Assert.True(all[0]["participantLimits"]);
    }

    [Theory, EachStore]
    public async Task The_two_kinds_do_not_mix_and_removed_ones_are_gone(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var settings = store.Get<ISettings>();
        await settings.PutAsync(SettingsKind.Volunteer, "ada", Document.Empty, Ct);

        Assert.Null(await settings.FindAsync(SettingsKind.Association, "ada", Ct));
        Assert.False(await settings.RemoveAsync(SettingsKind.Association, "ada", Ct));
        Assert.True(await settings.RemoveAsync(SettingsKind.Volunteer, "ada", Ct));
        Assert.Null(await settings.FindAsync(SettingsKind.Volunteer, "ada", Ct));
    }

    [Fact]
    public void A_switch_that_a_document_lacks_or_spoils_is_as_by_default()
    {
        var own = new OwnerSettings(
            SettingsKind.Association,
            Document.Of(("volunteerLimits", "yes"), ("eventApproval", false))
        );

        Assert.True(own["volunteerLimits"]);
        Assert.False(own["eventApproval"]);
        Assert.False(own["autoApproveVolunteers"]);
    }

    static IEnumerable<string> Sorted(OwnerSettings own) =>
        own.Document.Root.EnumerateObject().Select(field => field.ToString()).Order();
}
