using Benevoclic.Relay.Alerts;
using Benevoclic.Relay.Delivery;
using Benevoclic.Relay.Discord;
using Benevoclic.Relay.Incidents;

namespace Benevoclic.Relay.Texts;

/// <summary>Turns what happened into a card: here of one thing. Whatever comes from an alert is escaped and cut here.</summary>
sealed partial class CardWriter(Language language, Links links)
{
    readonly CardLabels _labels = language.Labels;
    readonly IncidentWords _words = language.Incidents;

    /// <summary>The card of an incident, as it stands.</summary>
    public Card Of(Incident incident) =>
        incident.Phase switch
        {
            Phase.Closed => Over(incident),
            Phase.Unknown => InDoubt(incident),
            _ when incident.IsExpected => WithinDeploy(incident),
            _ => Lasting(incident),
        };

    /// <summary>The only message for what was over before anybody could be told.</summary>
    public Card Whole(Incident incident) =>
        Over(incident) with
        {
            Title = Title(incident.Alert.Name, _words.Whole.Headline),
            Description = Fill(_words.Whole.Text, incident),
            Importance = Importance.Normal,
        };

    /// <summary>A short new message about an incident whose card exists.</summary>
    /// <param name="all">Those that share its card.</param>
    public Card Short(Telling telling, Incident incident, IReadOnlyList<Incident> all) =>
        telling switch
        {
            Telling.Relapse => Cry(incident, _words.Relapse),
            Telling.Overdue => Cry(incident, _words.Overdue),
            _ when all.Count > 1 => Storm(all) with { Importance = Importance.Normal },
            _ => Ended(incident),
        };

    /// <summary>Says of a new message that it comes late, or perhaps a second time.</summary>
    public Card Noted(Card card, bool mayRepeat, TimeSpan? late = null, Trouble? problem = null)
    {
        var notes = new List<string> { card.Footer };
        if (late is { } by)
            notes.Add(
                $"{_words.Late.Replace("{duration}", language.Duration(by), StringComparison.Ordinal)}{(problem is null ? "" : $" ({language.Reason(problem).OneLine().CutTo(120)})")}"
            );
        if (mayRepeat)
            notes.Add(Typeset(_words.MayRepeat));
        return card with { Footer = string.Join(" · ", notes) };
    }

    /// <summary>The card says that it may be the second one; the first will never change again, so that must stay.</summary>
    public bool MayRepeat(Card card) => card.Footer.EndsWith(Typeset(_words.MayRepeat), StringComparison.Ordinal);

    public Card LostBeginning(Alert alert, DateTimeOffset at) =>
        Draft(alert, alert.Name, Colour.Grey, _words.LostBeginning.Headline) with
        {
            At = at,
            Description = Fill(_words.LostBeginning.Text, alert, TimeSpan.Zero),
            Fields = [.. AboutAlert(alert), .. LinksOf(alert)],
        };

    /// <summary>A deploy's test arrived, which is what this card says; it never says that something is wrong.</summary>
    public Card PathTested(IReadOnlyList<Alert> tests, DateTimeOffset at) =>
        Plain(AlertType.PathTest, Colour.Blue, language.PathTest.Headline, at) with
        {
            Description = Typeset(language.PathTest.Text),
            Fields = [new(_labels.Deployed, string.Join('\n', tests.Take(10).Select(Tested)))],
        };

    public Card Unreadable(string body, DateTimeOffset at) =>
        Plain("unreadable", Colour.Grey, language.Unreadable.Headline, at) with
        {
            Description = WithSteps(language.Unreadable, $"{Typeset(language.Unreadable.Text)}{Excerpt(body)}"),
            Fields = [new(_labels.Links, Markdown.Link("Alertmanager", links.Alertmanager))],
        };

    Card Lasting(Incident incident)
    {
        var alert = incident.Alert;
        var colour = incident.Silence is null ? AlertType.ColourOf(alert) : Colour.Grey;
        return Draft(alert, alert.Name, colour, Wording(alert.Name).Headline) with
        {
            Description = WithSteps(Wording(alert.Name), Fill(Wording(alert.Name).Text, incident)),
            Fields =
            [
                .. Muted(incident),
                .. CauseOf(incident),
                .. AfterDeploy(incident),
                .. Measured(alert),
                new(_labels.Since, Markdown.Date(incident.StartsAt), true),
                .. Relapses(incident),
                .. AboutAlert(alert),
                .. LinksOf(alert),
            ],
            Footer = Footer(incident),
            Importance = AlertType.IsCritical(alert) ? Importance.Loud : Importance.Normal,
        };
    }

    Card InDoubt(Incident incident) =>
        Draft(incident.Alert, incident.Alert.Name, Colour.Grey, _words.Unknown.Headline) with
        {
            Description = WithSteps(_words.Unknown, Fill(_words.Unknown.Text, incident)),
            Fields =
            [
                .. Muted(incident),
                new(_labels.Since, Markdown.Date(incident.StartsAt), true),
                .. AboutAlert(incident.Alert),
                .. LinksOf(incident.Alert),
            ],
            Footer = Footer(incident),
            Importance = Importance.Normal,
        };

    Card WithinDeploy(Incident incident) =>
        Draft(incident.Alert, incident.Alert.Name, Colour.Blue, _words.Deploying.Headline) with
        {
            Description = Fill(_words.Deploying.Text, incident),
            Fields = [.. AboutAlert(incident.Alert), .. LinksOf(incident.Alert)],
            Footer = Footer(incident),
            Importance = Importance.Quiet,
        };

    /// <summary>What the card becomes at the end.</summary>
    Card Over(Incident incident)
    {
        var (alert, end) = (incident.Alert, EndOf(incident));
        var name = AlertType.AtTheEnd(alert.Name);
        var own = name != alert.Name ? Wording(name) : null;
        var headline = incident.IsExpected
            ? _words.Deploying.Over!
            : own?.Headline ?? Wording(name).Over ?? language.Generic.Over!;
        return Draft(alert, name, incident.IsExpected ? Colour.Blue : Colour.Green, headline) with
        {
            At = end,
            Description = Fill(own is null || incident.IsExpected ? _labels.Over : own.Text, incident),
            Fields =
            [
                .. Seen(incident),
                .. Times(incident.StartsAt, end),
                .. Relapses(incident),
                .. CauseOf(incident),
                .. AfterDeploy(incident),
                .. AboutAlert(alert),
                .. LinksOf(alert),
            ],
            Footer = Footer(incident),
            Importance = Importance.Quiet,
        };
    }

    /// <summary>The green message that notifies people, which an edit does not.</summary>
    Card Ended(Incident incident)
    {
        var name = AlertType.AtTheEnd(incident.Alert.Name);
        var wording = Wording(name);
        var hasOwn = AlertType.HasOwnEnd(incident.Alert.Name);
        return Draft(
            incident.Alert,
            name,
            Colour.Green,
            hasOwn ? wording.Headline : wording.Over ?? language.Generic.Over!
        ) with
        {
            At = EndOf(incident),
            Description = WithSteps(
                hasOwn ? wording : wording with { Steps = [] },
                Fill(hasOwn ? wording.Text : _labels.Over, incident)
            ),
            Fields = [.. Seen(incident)],
            Importance = AlertType.IsCritical(incident.Alert) ? Importance.Normal : Importance.Quiet,
        };
    }

    Card Cry(Incident incident, Wording wording) =>
        Draft(incident.Alert, incident.Alert.Name, AlertType.ColourOf(incident.Alert), wording.Headline) with
        {
            Description = WithSteps(wording, Fill(wording.Text, incident), incident),
            Fields = [.. LinksOf(incident.Alert)],
            Importance = AlertType.IsCritical(incident.Alert) ? Importance.Loud : Importance.Normal,
        };

    Card Draft(Alert alert, string name, Colour colour, string headline) =>
        new()
        {
            Name = name.OneLine().CutTo(80),
            Colour = colour,
            Title = Title(name, headline),
            Footer = _labels.Footer,
            At = alert.StartsAt,
        };

    Card Plain(string name, Colour colour, string headline, DateTimeOffset at) =>
        new()
        {
            Name = name,
            Colour = colour,
            Title = Title("", headline),
            Footer = _labels.Footer,
            At = at,
        };

    static DateTimeOffset EndOf(Incident incident) => incident.EndsAt ?? incident.ClosedAt ?? incident.StartsAt;

    static string Tested(Alert test) =>
        string.Join(
            " · ",
            new[] { test.Label("service"), test.Label("release") }.Select(text => Markdown.Escape(text ?? "?", 40))
        );

    /// <summary>The beginning is enough to recognise it; zeros and blanks have nothing to show.</summary>
    static string Excerpt(string body) =>
        (body.Length > 2000 ? body[..2000] : body).Lines().Trim() is { Length: > 0 } text
            ? $"\n{Markdown.CodeBlock(text, 500)}"
            : "";
}
