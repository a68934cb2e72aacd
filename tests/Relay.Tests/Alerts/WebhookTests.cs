using Benevoclic.Relay.Alerts;
using Benevoclic.Relay.Tests.Harness;

namespace Benevoclic.Relay.Tests.Alerts;

public sealed class WebhookTests
{
    [Fact]
    public void An_alert_is_read_with_its_labels_and_times()
    {
        var alert = new AnAlert("ServerDown") { Annotations = { ["summary"] = "down" } }.Parsed;

        Assert.Equal("ServerDown", alert.Name);
        Assert.Equal(AlertStatus.Firing, alert.Status);
        Assert.Equal("finger-ServerDown-benevoclic-api", alert.Fingerprint);
        Assert.Equal("benevoclic-api", alert.Label("job"));
        Assert.Equal("down", alert.Annotation("summary"));
        Assert.Equal(2, alert.StartsAt.Hour);
        Assert.Null(alert.EndsAt); // The zero time of Alertmanager.
        Assert.NotNull(new AnAlert("ServerDown").Resolved.Parsed.EndsAt);
    }

    [Theory]
    [InlineData("not a date")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("")]
    public void A_start_that_cannot_be_is_the_moment_of_receipt(string startsAt) =>
        Assert.Equal(3, (new AnAlert("X") { StartsAt = startsAt }).Parsed.StartsAt.Hour);

    [Fact]
    public void Without_a_fingerprint_the_labels_are_the_identity()
    {
        Assert.Equal(Fingerprint("""{"a":"1","b":"2"}"""), Fingerprint("""{"b":"2","a":"1"}"""));
        Assert.NotEqual(Fingerprint("""{"a":"1","b":"2"}"""), Fingerprint("""{"a":"1","b":"3"}"""));
    }

    [Fact]
    public void One_unreadable_alert_does_not_hide_the_others()
    {
        var webhook = Webhook.Read(
            AnAlert.Body("""{"alerts":[7,{"status":"firing","labels":{"alertname":"A"}},null],"truncatedAlerts":3}""")
        );

        Assert.Equal("A", Assert.Single(webhook.Alerts).Name);
        Assert.Equal(["7", "null"], webhook.Unreadable);
        Assert.Equal(3, webhook.Truncated);
    }

    [Fact]
    public void A_call_full_of_what_cannot_be_read_is_one_thing_to_look_at()
    {
        var webhook = Webhook.Read(
            AnAlert.Body(
                $$$"""{"alerts":[{"status":"firing","labels":{"alertname":"A"}},{{{string.Join(',', Enumerable.Range(0, 1000))}}}]}"""
            )
        );

        Assert.Single(webhook.Alerts);
        Assert.Equal("0,1,2,3,4,5,6,7,8,9,10, …", Assert.Single(webhook.Unreadable));
    }

    [Fact]
    public void A_group_may_mix_firing_and_resolved()
    {
        var webhook = Webhook.Read(
            AnAlert.Body(
                """{"status":"firing","alerts":[{"labels":{"a":"1"}},{"status":"resolved","labels":{"a":"2"}}]}"""
            )
        );

        Assert.Equal([AlertStatus.Firing, AlertStatus.Resolved], webhook.Alerts.Select(alert => alert.Status));
    }

    [Theory]
    [MemberData(nameof(Rubbish.Bodies), MemberType = typeof(Rubbish))]
    public void Rubbish_is_unreadable_and_never_an_error(string body)
    {
        var webhook = Webhook.Read(AnAlert.Body(body));

        Assert.Empty(webhook.Alerts);
        Assert.Single(webhook.Unreadable);
    }

    static string Fingerprint(string labels) =>
        Webhook.Read(AnAlert.Body($$"""{"status":"firing","alerts":[{"labels":{{labels}}}]}""")).Alerts[0].Fingerprint;
}
