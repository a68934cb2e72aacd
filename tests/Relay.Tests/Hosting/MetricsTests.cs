using Benevoclic.Relay.Tests.Harness;

namespace Benevoclic.Relay.Tests.Hosting;

public sealed class MetricsTests
{
    [Fact]
    public async Task The_relay_counts_what_it_takes_and_what_it_gives()
    {
        await using var town = await Town.StartAsync();

        await town.SendAsync(new AnAlert("ServerDown"));
        await town.SendAsync(new AnAlert("a name from outside"));
        await town.SendAsync(new AnAlert("Watchdog"));
        await town.UntilAsync(() => town.Posted.Count == 2);
        await town.PassAsync(20);
        var metrics = await town.Relay.GetStringAsync("/metrics");

        // Without numbers: OpenTelemetry hears the meters of all relays that run in this test process.
        Assert.Matches("""benevoclic_relay_alerts_total\{alertname="ServerDown",status="firing"\} \d""", metrics);
        Assert.Matches("""benevoclic_relay_alerts_total\{alertname="other",status="firing"\} \d""", metrics);
        Assert.Matches("""benevoclic_relay_messages_total\{outcome="delivered"\} \d""", metrics);
        Assert.Matches("""benevoclic_relay_queue\{?""", metrics);
        Assert.Matches("""benevoclic_relay_watchdog_timestamp_seconds""", metrics);
        Assert.DoesNotContain("a name from outside", metrics, StringComparison.Ordinal);
        Assert.DoesNotContain("otel_scope", metrics, StringComparison.Ordinal);
    }

    /// <summary>The rule MessagesRejected speaks of what Discord did not take, and of nothing else.</summary>
    [Theory]
    [InlineData(400, "rejected refused")]
    [InlineData(404, "gone")]
    public async Task Only_what_Discord_did_not_take_counts_as_that(int answer, string outcomes)
    {
        await using var town = await Town.StartAsync(with =>
            with.DiscordAnswers = Answering.BadlyAtFirst(99, Answering.With(answer))
        );
        using var counted = new Outcomes(town.Meters);

        await town.SendAsync(new AnAlert("ServerInactive"));
        await town.UntilAsync(() => counted.Seen.Count == outcomes.Split(' ').Length);

        Assert.Equal(outcomes, string.Join(' ', counted.Seen));
    }

    [Fact]
    public async Task Health_is_plain()
    {
        await using var town = await Town.StartAsync();

        Assert.Equal("""{"status":"ok"}""", await town.Relay.GetStringAsync("/health"));
    }
}
