using System.Globalization;
using Benevoclic.Relay.Alerts;
using Benevoclic.Relay.Deploys;
using Benevoclic.Relay.Discord;
using Benevoclic.Relay.Incidents;

namespace Benevoclic.Relay.Texts;

/// <summary>Titles and sentences: the language's words, with what happened put into their gaps.</summary>
sealed partial class CardWriter
{
    Wording Wording(string name) => language.Wordings.GetValueOrDefault(name, language.Generic);

    string Title(string name, string headline) =>
        name.Length == 0 ? Capital(Typeset(headline)) : $"{name.OneLine().CutTo(150)} · {Typeset(headline)}";

    static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    string WithSteps(Wording wording, string text, Incident? incident = null) =>
        wording.Steps.Count == 0
            ? text
            : $"{text}\n\n**{_labels.ToDo}**\n{string.Join('\n', wording.Steps.Select((step, i) => Numbered(wording, step, i, incident)))}";

    string Numbered(Wording wording, string step, int index, Incident? incident) =>
        Typeset(wording.Steps.Count == 1 ? step : $"{index + 1}. {step}")
            .Replace("{command}", RollbackOf(incident?.Deploy), StringComparison.Ordinal);

    string Fill(string text, Incident incident) =>
        Fill(
            text.Replace("{count}", Number(incident.Relapses + 1), StringComparison.Ordinal)
                .Replace("{doubt}", _words.Doubts.GetValueOrDefault(incident.Doubt, ""), StringComparison.Ordinal)
                .Replace("{limit}", LimitOf(incident.Deploy), StringComparison.Ordinal)
                .Replace("{service}", Markdown.Escape(incident.Deploy?.Service ?? "?", 60), StringComparison.Ordinal)
                .Replace("{release}", Markdown.Escape(incident.Deploy?.Release ?? "?", 60), StringComparison.Ordinal),
            incident.Alert,
            incident.LastedUntil(EndOf(incident))
        );

    /// <summary>Placeholders are replaced after typesetting, which must not touch what came from outside; and that comes last.</summary>
    string Fill(string text, Alert alert, TimeSpan duration) =>
        Typeset(text)
            .Replace("{ago}", Markdown.Ago(alert.StartsAt), StringComparison.Ordinal)
            .Replace("{duration}", language.Duration(duration), StringComparison.Ordinal)
            .Replace("{job}", Markdown.Escape(alert.Label("job") ?? "?", 100), StringComparison.Ordinal)
            .Replace("{summary}", Summary(alert), StringComparison.Ordinal)
            .TrimStart();

    string LimitOf(DeployMark? deploy) => deploy is null ? "?" : language.Duration(deploy.Deadline - deploy.At);

    static string Summary(Alert alert) => Markdown.EscapeLines(alert.Annotation("summary") ?? "", 600);

    string Typeset(string text) => language.Typeset(text);

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
