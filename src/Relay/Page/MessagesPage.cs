using Benevoclic.Relay.Delivery;
using Benevoclic.Relay.Discord;
using Benevoclic.Relay.Texts;

namespace Benevoclic.Relay.Page;

/// <summary>The messages as the channel shows them, without a script: it works in anything that shows HTML.</summary>
sealed class MessagesPage(Language language, Clock clock)
{
    /// <summary>Alertmanager repeats every 5 minutes: two repeats missed, and a little more.</summary>
    static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(11);

    readonly DiscordMarkdown _markdown = new(clock);
    readonly PageLabels _labels = language.Page;

    public string Render(IReadOnlyList<Message> messages, bool hasWebhook, DateTimeOffset? watchdog) =>
        Html.Of(
            $"""
            <!doctype html>
            <html lang="{language.Code}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="refresh" content="5">
            <title>{_labels.Title}</title>
            <link rel="icon" href="data:,">
            <style>{new Html(PageStyle.Css)}</style>
            </head>
            <body>
            {Header(hasWebhook, watchdog)}
            <main>{Feed(messages)}</main>
            </body>
            </html>

            """
        ).Text;

    Html Header(bool hasWebhook, DateTimeOffset? watchdog) =>
        Html.Of(
            $"""
            <header>
            <h1>{_labels.Title}</h1>
            {Sign(hasWebhook ? "on" : "off", hasWebhook ? _labels.ToDiscord : _labels.NoWebhook)}
            {Watchdog(watchdog)}
            </header>
            """
        );

    Html Watchdog(DateTimeOffset? seen) =>
        seen is not { } at ? Sign("off", _labels.NoWatchdog)
        : clock.Since(at) > LongestSilence ? Sign("late", WithAgo(_labels.LateWatchdog, at))
        : Sign("on", WithAgo(_labels.Watchdog, at));

    Html Sign(string style, string text) => Html.Of($"""<p class="sign {style}">{Typeset(text)}</p>""");

    string WithAgo(string text, DateTimeOffset at) => text.Replace("{ago}", clock.Ago(at), StringComparison.Ordinal);

    Html Feed(IReadOnlyList<Message> messages) =>
        messages.Count > 0
            ? Html.Join(messages.Select(Article))
            : Html.Of(
                $"""<div class="empty"><h2>{_labels.Empty}</h2><p>{_markdown.Render(Typeset(_labels.EmptyHint))}</p></div>"""
            );

    Html Article(Message message) =>
        Html.Of(
            $"""

            <article>
            <div class="face" aria-hidden="true">B</div>
            <div class="said">
            <p class="who"><b>Benevoclic</b> <i>{_labels.Bot}</i> <time>{clock.Full(message.At)}</time>{Edited(
                message
            )}</p>
            {Embed(message.Card)}
            {State(message)}
            </div>
            </article>
            """
        );

    Html Embed(Card card) =>
        Html.Of(
            $"""
            <section class="card {Class(card.Colour)}">
            <h2>{card.Title}</h2>
            <div class="text">{_markdown.Render(card.Description)}</div>
            <dl>{Html.Join(card.Fields.Select(Field))}</dl>
            <p class="foot">{card.Footer} · {clock.Full(card.At)}</p>
            </section>
            """
        );

    Html Field(CardField field) =>
        Html.Of(
            $"""<div class="{(field.Inline ? "inline" : "wide")}"><dt>{field.Name}</dt><dd>{_markdown.Render(field.Value)}</dd></div>"""
        );

    Html Edited(Message message) =>
        message.EditedAt is { } at
            ? Html.Of($""" <span class="edited" title="{clock.Full(at)}">({_labels.Edited})</span>""")
            : default;

    Html State(Message message)
    {
        var (style, text) = message.State switch
        {
            MessageState.Delivered => ("delivered", _labels.Delivered),
            MessageState.Failed => ("failed", _labels.Failed),
            _ => ("local", _labels.Local),
        };
        var problem = message.Problem is { } words ? Typeset($" : {words}") : "";
        return Html.Of($"""<p class="state {style}">{text}{problem}</p>""");
    }

    string Typeset(string text) => language.Typeset(text);

    static string Class(Colour colour) =>
        colour switch
        {
            Colour.Red => "red",
            Colour.Orange => "orange",
            Colour.Green => "green",
            Colour.Blue => "blue",
            _ => "grey",
        };
}
