using Benevoclic.Relay.Discord;
using Benevoclic.Relay.Incidents;
using Benevoclic.Relay.Texts;

namespace Benevoclic.Relay.Page;

/// <summary>Incidents as the page lists them.</summary>
sealed class IncidentRows(Language language, Clock clock)
{
    readonly PageLabels _labels = language.Page;

    public Html Whole(Incident incident, IReadOnlyList<Moment> timeline) =>
        Html.Of(
            $"""
            <article class="incident {Colour(incident)}">
            <p class="phase">{_labels.Phases[incident.Phase]}</p>
            <h3>{Name(incident)}</h3>
            <p class="when">{Since(incident)}</p>
            {Timeline(incident, timeline)}
            </article>
            """
        );

    /// <summary>What is over, and the way to what was before it.</summary>
    /// <param name="incidents">The newest first.</param>
    /// <param name="full">So many are a full page.</param>
    public Html Past(IReadOnlyList<Incident> incidents, int full) =>
        Html.Of(
            $"""
            <ul class="rows">{Html.Join(incidents.Select(Line))}</ul>
            {(
                incidents.Count < full
                    ? default
                    : Html.Of($"""<p class="older"><a href="/past?before={incidents[^1].Id}">{_labels.Older}</a></p>""")
            )}
            """
        );

    Html Line(Incident incident) =>
        Html.Of(
            $"""
            <li class="{Colour(incident)}"><time>{clock.Full(incident.StartsAt)} · {Lasted(incident)}</time> {Name(
                incident
            )}</li>
            """
        );

    /// <summary>From the beginning: the outage itself comes before anybody heard of it.</summary>
    Html Timeline(Incident incident, IReadOnlyList<Moment> timeline) =>
        Html.Of(
            $"""
            <ol class="timeline">
            {Html.Join(Before(incident).Concat(timeline).Select(moment => Entry(moment, incident.StartsAt)))}
            </ol>
            """
        );

    static IEnumerable<Moment> Before(Incident incident)
    {
        if (incident.LastGood is { } good)
            yield return new Moment(good, "last-good", null);
        yield return new Moment(incident.StartsAt, "began", null);
    }

    Html Entry(Moment moment, DateTimeOffset start) =>
        Html.Of(
            $"""
            <li><time title="{clock.Full(moment.At)}">{Paris.Time(moment.At)}</time><i>{After(
                moment.At - start
            )}</i>{_labels.Moments.GetValueOrDefault(moment.What, moment.What)}{Detail(moment)}</li>
            """
        );

    /// <summary>Which cause was found, the card says in words.</summary>
    Html Detail(Moment moment) =>
        moment.Trouble is { } trouble ? Html.Of($""" <small>{language.Say(trouble)}</small>""")
        : moment.Detail is not { Length: > 0 } text || moment.What == "explained" ? default
        : moment.What == "doubted" && Enum.TryParse<Doubt>(text, out var doubt)
            ? Html.Of($""" <small>{language.Typeset(language.Incidents.Doubts[doubt])}</small>""")
        : Html.Of($""" <small>{text.OneLine().CutTo(300)}</small>""");

    string After(TimeSpan time) =>
        time < TimeSpan.Zero ? $"−{language.Seconds(-time)} s"
        : time < TimeSpan.FromMinutes(1) ? $"+{language.Seconds(time)} s"
        : $"+{language.Duration(time)}";

    string Since(Incident incident) =>
        language.Typeset(
            incident.IsClosed
                ? $"{clock.Full(incident.StartsAt)} · {Lasted(incident)}"
                : $"{clock.Full(incident.StartsAt)} · {clock.Ago(incident.StartsAt)}"
        );

    string Lasted(Incident incident) => language.Duration(incident.LastedUntil(incident.EndsAt ?? incident.StartsAt));

    public static Html Name(Incident incident) =>
        Html.Of(
            $"""<a href="/incident/{incident.Id}">{incident.Alert.Name.CutTo(80)}</a> <span>{(incident.Alert.Label("instance") ?? incident.Alert.Label("job") ?? "").CutTo(80)}</span>"""
        );

    static string Colour(Incident incident) =>
        incident switch
        {
            { IsExpected: true } => "blue",
            { Phase: Phase.Closed } => "green",
            { Phase: Phase.Unknown } or { Silence: not null } => "grey",
            _ => PageStyle.ClassOf(AlertType.ColourOf(incident.Alert)),
        };
}
