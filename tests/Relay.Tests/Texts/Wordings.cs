using Benevoclic.Relay.Alerts;
using Benevoclic.Relay.Causes;
using Benevoclic.Relay.Delivery;
using Benevoclic.Relay.Deploys;
using Benevoclic.Relay.Discord;
using Benevoclic.Relay.Incidents;
using Benevoclic.Relay.Tests.Harness;
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

    static readonly TimeSpan Lasted = TimeSpan.FromSeconds(3725);

    public static IReadOnlyList<string> AlertNames { get; } =
    [
        "ServerDown",
        "SystemDown",
        "ServerInactive",
        "ReplicaDown",
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
        var incident = AnIncident.Of(alert);
        var at = alert.StartsAt + Lasted;
        foreach (var state in StatesOf(incident, alert.Annotation("summary") ?? "x"))
        {
            yield return writer.Of(state);
            yield return writer.Noted(
                writer.Of(state),
                true,
                Lasted,
                new Trouble(Sequel.Again, new Reply(500, Said: alert.Name), 2)
            );
            yield return writer.Short(Telling.Relapse, state, [state]);
            yield return writer.Short(Telling.Overdue, state, [state]);
        }
        var over = incident.Over(Lasted);
        yield return writer.Whole(over);
        yield return writer.Short(Telling.Ended, over, [over]);
        yield return writer.Short(Telling.Ended, over, [over, over]);
        yield return writer.Digest([over, over]);
        yield return writer.Digest([.. Enumerable.Repeat(over, 60)]);
        yield return writer.Storm([incident, over]);
        yield return writer.Storm([.. Enumerable.Repeat(incident, 300)]);
        yield return writer.LostBeginning(alert, at);
        yield return writer.Unreadable(alert.Name, at);
        yield return writer.PathTested([alert, alert], at);
        var told = new Message(1, "s", Telling.Card, 2, "7", writer.Of(over), MessageState.Delivered, at);
        yield return writer.Elsewhere([.. Enumerable.Repeat(told, 40)], at);
        foreach (var end in Enum.GetValues<DeployEnd>())
            yield return writer.Deployed([.. Enumerable.Repeat(DeployOf(alert, end), 12)], at);
    }

    static IEnumerable<Incident> StatesOf(Incident incident, string text)
    {
        yield return incident;
        yield return incident with
        {
            Relapses = 7,
            ShownAt = incident.HeardAt,
            LastGood = incident.StartsAt,
        };
        yield return incident with
        {
            Silence = new Silence(text, incident.StartsAt, text),
        };
        foreach (var doubt in Enum.GetValues<Doubt>())
            yield return incident with
            {
                Phase = Phase.Unknown,
                Doubt = doubt,
            };
        foreach (var kind in Enum.GetValues<CauseKind>())
            yield return incident with
            {
                Cause = new ProbableCause(kind, Confidence.Likely, text, "up == 0"),
            };
        foreach (var isInside in new[] { true, false })
        {
            var deploying = incident.InDeploy(text, text, isInside);
            yield return deploying;
            yield return deploying.Over(Lasted);
        }
        yield return incident.Over(Lasted);
    }

    static Deploy DeployOf(Alert alert, DeployEnd end) =>
        new()
        {
            Id = "d1",
            Service = alert.Label("service") ?? "api",
            Release = alert.Label("release") ?? "r2",
            Previous = alert.Label("job"),
            By = alert.Annotation("summary"),
            Receipt = alert.Annotation("description") ?? "10 requests, 0 failed",
            StartedAt = alert.StartsAt,
            EndedAt = alert.StartsAt + Lasted,
            Limit = Lasted,
            End = end,
        };
}
