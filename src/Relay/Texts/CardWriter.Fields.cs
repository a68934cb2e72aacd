using System.Globalization;
using Benevoclic.Relay.Alerts;
using Benevoclic.Relay.Deploys;
using Benevoclic.Relay.Discord;
using Benevoclic.Relay.Incidents;

namespace Benevoclic.Relay.Texts;

/// <summary>The parts that cards share: each yields its field, or nothing when there is nothing to say.</summary>
sealed partial class CardWriter
{
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

    IEnumerable<CardField> Times(DateTimeOffset start, DateTimeOffset end) =>
        [
            new(_labels.Start, Markdown.Date(start), true),
            new(_labels.End, Markdown.Date(end), true),
            new(_labels.Duration, language.Duration(end - start), true),
        ];

    IEnumerable<CardField> Seen(Incident incident)
    {
        if (incident.Proof is not { } proof || AlertType.EndingOf(incident.Alert.Name) != Ending.Seen)
            yield break;
        var health = proof is { HealthStatus: { } status, Took: { } took } ? $"\n{HealthSeen(status, took)}" : "";
        yield return new(_labels.Seen, $"{Typeset(_labels.PrometheusSeen)}{health}");
    }

    string HealthSeen(int status, TimeSpan took) =>
        _labels
            .HealthSeen.Replace("{status}", Number(status), StringComparison.Ordinal)
            .Replace(
                "{ms}",
                took.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture),
                StringComparison.Ordinal
            );

    IEnumerable<CardField> Muted(Incident incident) =>
        incident.Silence is { } silence
            ?
            [
                new(
                    _words.MutedField,
                    Typeset(_words.Muted)
                        .Replace("{until}", Markdown.Date(silence.Until), StringComparison.Ordinal)
                        .Replace("{comment}", Markdown.EscapeLines(silence.Comment, 300), StringComparison.Ordinal)
                        .Replace("{name}", Markdown.Escape(silence.By, 80), StringComparison.Ordinal)
                ),
            ]
            : [];

    IEnumerable<CardField> CauseOf(Incident incident)
    {
        if (incident.Cause is not { } cause)
            yield break;
        var sentence = Typeset(_words.Causes[cause.Kind])
            .Replace("{detail}", Markdown.Escape(cause.Detail ?? "?", 100), StringComparison.Ordinal);
        var check = cause.Query is { } query
            ? $" ({Markdown.Link(_words.CheckCause, links.QueryInPrometheus(query))})"
            : "";
        yield return new(
            $"{_words.Cause}",
            $"{Typeset($"{_words.Confidences[cause.Confidence]} : ")}{sentence}{check}"
        );
    }

    IEnumerable<CardField> Relapses(Incident incident) =>
        incident.Relapses > 0
            ?
            [
                new(
                    _words.RelapsesField,
                    _words.Relapses.Replace("{count}", Number(incident.Relapses), StringComparison.Ordinal),
                    true
                ),
            ]
            : [];

    IEnumerable<CardField> AfterDeploy(Incident incident) =>
        incident.Deploy is { } deploy && !incident.IsExpected
            ?
            [
                new(
                    _words.DeployField,
                    Typeset(_words.AfterDeploy)
                        .Replace("{ago}", Markdown.Ago(deploy.At), StringComparison.Ordinal)
                        .Replace("{command}", RollbackOf(deploy), StringComparison.Ordinal)
                        .Replace("{service}", Markdown.Escape(deploy.Service, 60), StringComparison.Ordinal)
                        .Replace("{release}", Markdown.Escape(deploy.Release, 60), StringComparison.Ordinal)
                ),
            ]
            : [];

    /// <summary>A service's name is a folder's; anything else is not put into a command that people copy.</summary>
    static string RollbackOf(DeployMark? deploy) =>
        deploy is not null && deploy.Service.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? $"./benevoclic rollback {deploy.Service}"
            : "./benevoclic rollback";

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
                Markdown.Link("Grafana", links.DashboardOf(alert)),
                Markdown.Link("Prometheus", links.AlertInPrometheus(alert.Name)),
                Markdown.Link("Alertmanager", links.AlertInAlertmanager(alert.Name))
            )
        );
    }

    string? Runbook(Alert alert) =>
        alert.Annotation("runbook_url")?.OneLine()
        ?? (language.Wordings.ContainsKey(alert.Name) ? $"docs/RUNBOOKS.md#{alert.Name.ToLowerInvariant()}" : null);

    /// <summary>How quickly it was seen and said, as far as that is known; with times because Discord shows no dates here.</summary>
    string Footer(Incident incident)
    {
        var began = incident.LastGood is { } good && good < incident.HeardAt ? good : incident.StartsAt;
        var parts = new List<string>
        {
            _words.Began.Replace("{at}", Paris.Time(began), StringComparison.Ordinal),
            After(_words.Detected, incident.HeardAt - began),
        };
        if (incident.ShownAt is { } shown)
            parts.Add(After(_words.Shown, shown - began));
        return $"{_labels.Footer} · {string.Join(" → ", parts)}";
    }

    string After(string text, TimeSpan after) =>
        text.Replace("{seconds}", language.Seconds(after), StringComparison.Ordinal);
}
