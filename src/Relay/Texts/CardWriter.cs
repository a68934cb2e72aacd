using System.Globalization;
using Benevoclic.Relay.Alerts;
using Benevoclic.Relay.Discord;
using Benevoclic.Relay.Incidents;

namespace Benevoclic.Relay.Texts;

/// <summary>Turns what happened into a card. Whatever comes from an alert is escaped and cut here.</summary>
sealed class CardWriter(Language language, Links links)
{
    readonly CardLabels _labels = language.Labels;

    public Card Opened(Alert alert) =>
        Draft(alert, alert.Name, AlertType.ColourOf(alert)) with
        {
            Description = WithSteps(Wording(alert.Name), Fill(Wording(alert.Name).Text, alert, null)),
            Fields =
            [
                .. Measured(alert),
                new(_labels.Since, Markdown.Date(alert.StartsAt), true),
                .. AboutAlert(alert),
                .. LinksOf(alert),
            ],
        };

    /// <summary>The green message after the relay has seen for itself that it is over.</summary>
    public Card Recovered(Alert alert, Sighting sighting, DateTimeOffset at)
    {
        var name = AlertType.AtTheEnd(alert.Name);
        return Draft(alert, name, Colour.Green) with
        {
            At = at,
            Description = WithSteps(Wording(name), Fill(Wording(name).Text, alert, at - alert.StartsAt)),
            Fields = [new(_labels.Seen, Seen(sighting)), .. Times(alert, at), .. LinksOf(alert)],
        };
    }

    /// <summary>What the first message becomes at the end of an alert that needs no new one.</summary>
    public Card Ended(Alert alert, DateTimeOffset at)
    {
        var name = AlertType.AtTheEnd(alert.Name);
        var own = name != alert.Name ? Wording(name) : null;
        return Draft(alert, name, Colour.Green) with
        {
            At = at,
            Title = Title(name, own?.Headline ?? Wording(name).Over!),
            Description = Fill(own?.Text ?? _labels.Over, alert, at - alert.StartsAt),
            Fields = [.. Times(alert, at), .. AboutAlert(alert), .. LinksOf(alert)],
        };
    }

    /// <summary>A deploy's test arrived, which is what this card says; it never says that something is wrong.</summary>
    public Card PathTested(IReadOnlyList<Alert> tests, DateTimeOffset at) =>
        new()
        {
            Name = AlertType.PathTest,
            Colour = Colour.Blue,
            Title = Title("", language.PathTest.Headline),
            Description = Typeset(language.PathTest.Text),
            Fields = [new(_labels.Deployed, string.Join('\n', tests.Take(10).Select(Deployed)))],
            Footer = _labels.Footer,
            At = at,
        };

    public Card Unreadable(string body, DateTimeOffset at) =>
        new()
        {
            Name = "unreadable",
            Colour = Colour.Grey,
            Title = Title("", language.Unreadable.Headline),
            Description = WithSteps(language.Unreadable, $"{Typeset(language.Unreadable.Text)}{Excerpt(body)}"),
            Fields = [new(_labels.Links, Markdown.Link("Alertmanager", links.Alertmanager))],
            Footer = _labels.Footer,
            At = at,
        };

    Card Draft(Alert alert, string name, Colour colour) =>
        new()
        {
            Name = name.OneLine().CutTo(80),
            Colour = colour,
            Title = Title(name, Wording(name).Headline),
            Footer = _labels.Footer,
            At = alert.StartsAt,
        };

    Wording Wording(string name) => language.Wordings.GetValueOrDefault(name, language.Generic);

    string Title(string name, string headline) =>
        name.Length == 0 ? Capital(Typeset(headline)) : $"{name.OneLine().CutTo(150)} · {Typeset(headline)}";

    static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    string WithSteps(Wording wording, string text) =>
        wording.Steps.Count == 0
            ? text
            : $"{text}\n\n**{_labels.ToDo}**\n{string.Join('\n', wording.Steps.Select((step, i) => Numbered(wording, step, i)))}";

    string Numbered(Wording wording, string step, int index) =>
        Typeset(wording.Steps.Count == 1 ? step : $"{index + 1}. {step}");

    /// <summary>Placeholders are replaced after typesetting, which must not touch what came from outside.</summary>
    string Fill(string text, Alert alert, TimeSpan? duration) =>
        Typeset(text)
            .Replace("{ago}", Markdown.Ago(alert.StartsAt), StringComparison.Ordinal)
            .Replace("{duration}", language.Duration(duration ?? TimeSpan.Zero), StringComparison.Ordinal)
            .Replace("{job}", Markdown.Escape(alert.Label("job") ?? "?", 100), StringComparison.Ordinal)
            .Replace("{summary}", Summary(alert), StringComparison.Ordinal)
            .TrimStart();

    static string Summary(Alert alert) => Markdown.EscapeLines(alert.Annotation("summary") ?? "", 600);

    string Typeset(string text) => language.Typeset(text);

    /// <summary>Our own types say everything in their text; the others need what their rule measured.</summary>
    IEnumerable<CardField> Measured(Alert alert) =>
        AlertType.HasOwnEnd(alert.Name) || alert.Annotation("description") is not { } text
            ? []
            : [new(_labels.Measured, Markdown.EscapeLines(text, 600))];

    IEnumerable<CardField> AboutAlert(Alert alert)
    {
        if (alert.Label("job") is { } job)
            yield return new(_labels.Service, Markdown.Escape(job, 100), true);
        if (alert.Label("instance") is { } instance)
            yield return new("Instance", Markdown.Escape(instance, 100), true);
        if (alert.Label("severity") is { } severity)
            yield return new(
                _labels.Severity,
                language.Severities.GetValueOrDefault(severity, Markdown.Escape(severity, 100)),
                true
            );
    }

    static string Deployed(Alert test) =>
        string.Join(
            " · ",
            new[] { test.Label("service"), test.Label("release") }.Select(text => Markdown.Escape(text ?? "?", 40))
        );

    IEnumerable<CardField> Times(Alert alert, DateTimeOffset end) =>
        [
            new(_labels.Start, Markdown.Date(alert.StartsAt), true),
            new(_labels.End, Markdown.Date(end), true),
            new(_labels.Duration, language.Duration(end - alert.StartsAt), true),
        ];

    string Seen(Sighting sighting) =>
        sighting is { HealthStatus: { } status, Took: { } took }
            ? $"{Typeset(_labels.PrometheusSeen)}\n{HealthSeen(status, took)}"
            : Typeset(_labels.PrometheusSeen);

    string HealthSeen(int status, TimeSpan took) =>
        _labels
            .HealthSeen.Replace("{status}", status.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace(
                "{ms}",
                took.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture),
                StringComparison.Ordinal
            );

    IEnumerable<CardField> LinksOf(Alert alert)
    {
        if (Runbook(alert) is { Length: > 0 } path)
            yield return new(
                _labels.Runbook,
                links.Runbook(path) is { } address
                    ? Markdown.Link(Markdown.Escape(path, 200), address)
                    : Markdown.Code(path, 200)
            );
        yield return new(
            _labels.Links,
            string.Join(
                " · ",
                Markdown.Link(_labels.Health, links.Health),
                Markdown.Link("Grafana", links.Dashboards),
                Markdown.Link("Prometheus", links.AlertInPrometheus(alert.Name)),
                Markdown.Link("Alertmanager", links.AlertInAlertmanager(alert.Name))
            )
        );
    }

    string? Runbook(Alert alert) =>
        alert.Annotation("runbook_url")?.OneLine()
        ?? (language.Wordings.ContainsKey(alert.Name) ? $"docs/RUNBOOKS.md#{alert.Name.ToLowerInvariant()}" : null);

    /// <summary>The beginning is enough to recognise it; zeros and blanks have nothing to show.</summary>
    static string Excerpt(string body) =>
        (body.Length > 2000 ? body[..2000] : body).Lines().Trim() is { Length: > 0 } text
            ? $"\n{Markdown.CodeBlock(text, 500)}"
            : "";
}
