using Benevoclic.Relay.Delivery;
using Benevoclic.Relay.Incidents;
using Benevoclic.Relay.Texts;

namespace Benevoclic.Relay.Page;

/// <summary>
/// What is going on, what was, what waits, and the channel as Discord shows it; without a script, so it works in anything that shows HTML.
/// </summary>
sealed class OverviewPage(Language language, Clock clock)
{
    readonly PageLabels _labels = language.Page;
    readonly IncidentRows _incidents = new(language, clock);
    readonly MessageFeed _messages = new(language, clock);
    readonly DiscordMarkdown _markdown = new(clock);

    public string Render(Overview now) =>
        new PageFrame(language).Render(
            _labels.Title,
            5,
            Html.Of(
                $"""
                {Header(now)}
                <main>
                {Lasting(now)}
                {Waiting(now)}
                <section id="messages"><h2>{_labels.Messages}</h2>{Messages(now)}</section>
                {Over(now)}
                </main>
                """
            )
        );

    Html Header(Overview now) =>
        Html.Of(
            $"""
            <header>
            <h1>{_labels.Title}</h1>
            {Webhook(now)}
            {Watchdog(now.Watchdog)}
            {(now.JournalProblem is { } broken ? Sign("late", $"{_labels.JournalBroken} {broken}") : default)}
            </header>
            """
        );

    Html Webhook(Overview now) =>
        now.Closed is { } why ? Sign("late", $"{_labels.WebhookGone} {language.Reason(why)}")
        : !now.HasWebhook ? Sign("off", _labels.NoWebhook)
        : now.Left.Any(left => left.Row.Problem is not null) ? Sign("late", _labels.DiscordLate)
        : Sign("on", _labels.ToDiscord);

    Html Watchdog(DateTimeOffset? seen) =>
        seen is not { } at ? Sign("off", _labels.NoWatchdog)
        : clock.Since(at) > Unwatched.LongestSilence ? Sign("late", WithAgo(_labels.LateWatchdog, at))
        : Sign("on", WithAgo(_labels.Watchdog, at));

    Html Lasting(Overview now) =>
        Html.Of(
            $"""
            <section id="lasting"><h2>{_labels.Lasting}</h2>
            {(now.Lasting.Count == 0 ? Html.Of($"""<p class="none">{_labels.NoneLasting}</p>""") : default)}
            {Html.Join(now.Lasting.Select(one => _incidents.Whole(one.Incident, one.Timeline)))}
            </section>
            """
        );

    Html Over(Overview now) =>
        now.Over.Count == 0
            ? default
            : Html.Of(
                $"""
                <section id="over"><h2>{_labels.Ended}</h2>
                {_incidents.Past(now.Over, Overview.Shown)}
                </section>
                """
            );

    Html Messages(Overview now) =>
        now is { Messages.Count: 0, Lasting.Count: 0, Depth: 0 }
            ? Html.Of(
                $"""<div class="empty"><h3>{_labels.Empty}</h3><p>{_markdown.Render(language.Typeset(_labels.EmptyHint))}</p></div>"""
            )
            : _messages.Render(now.Messages);

    Html Waiting(Overview now) =>
        now.Depth == 0
            ? default
            : Html.Of(
                $"""
                <section id="waiting"><h2>{_labels.Outbox} ({now.Depth})</h2>
                <ul class="rows">{Html.Join(now.Left.Select(Row))}</ul>
                </section>
                """
            );

    Html Row((OutboxRow Row, Incident? Incident) left) =>
        Html.Of(
            $"""
            <li class="orange"><time>{clock.Ago(left.Row.At)}</time> {_labels.Tellings[left.Row.Telling]}{Subject(
                left
            )}{Problem(left.Row)}</li>
            """
        );

    Html Subject((OutboxRow Row, Incident? Incident) left) =>
        left.Incident is { } incident ? Html.Of($"{_labels.Colon}{IncidentRows.Name(incident)}")
        : left.Row.Card is { } card ? Html.Of($"{_labels.Colon}{card.Title}")
        : default;

    Html Problem(OutboxRow row) =>
        row.Problem is { } problem
            ? Html.Of(
                $"""<p class="problem">{_labels.Attempts}{_labels.Colon}{row.Attempts}, {language.Say(problem)}</p>"""
            )
            : default;

    Html Sign(string style, string text) => Html.Of($"""<p class="sign {style}">{language.Typeset(text)}</p>""");

    string WithAgo(string text, DateTimeOffset at) => text.Replace("{ago}", clock.Ago(at), StringComparison.Ordinal);
}
