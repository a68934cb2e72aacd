using Benevoclic.Relay.Alerts;
using Benevoclic.Relay.Discord;
using Benevoclic.Relay.Incidents;
using Benevoclic.Relay.Texts;

namespace Benevoclic.Relay.Tests.Texts;

/// <summary>Every card that can be made from an alert.</summary>
static class Wordings
{
    static readonly Links Links = new()
    {
        Api = new Uri("http://203.0.113.7:3000"),
        Prometheus = new Uri("http://203.0.113.7:9090"),
        Grafana = new Uri("http://203.0.113.7:3001"),
        Alertmanager = new Uri("http://203.0.113.7:9093"),
        Repository = new Uri("https://git.example.org/team/benevoclic"),
    };

    public static IReadOnlyList<string> AlertNames { get; } =
    [
        "ServerDown",
        "SystemDown",
        "ServerInactive",
        "HighErrorRate",
        "HighLatency",
        "HighCpu",
        "HighMemory",
        "DiskFull",
        "SomethingNew",
    ];

    public static CardWriter French { get; } = Writer(Locale.French);

    public static CardWriter Writer(Locale locale, bool hasRepository = true) =>
        new(Language.Of(locale), hasRepository ? Links : Links with { Repository = null });

    public static IEnumerable<Card> CardsOf(Alert alert) =>
        Enum.GetValues<Locale>().SelectMany(locale => CardsOf(alert, Writer(locale)));

    public static IEnumerable<Card> CardsOf(Alert alert, CardWriter writer)
    {
        var end = alert.StartsAt + TimeSpan.FromSeconds(3725);
        yield return writer.Opened(alert);
        yield return writer.Ended(alert, end);
        yield return writer.Recovered(alert, new Sighting(null, 200, TimeSpan.FromMilliseconds(43)), end);
        yield return writer.Unreadable(alert.Name, end);
        yield return writer.PathTested([alert, alert], end);
    }
}
