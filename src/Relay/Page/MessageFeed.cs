using Benevoclic.Relay.Delivery;
using Benevoclic.Relay.Discord;
using Benevoclic.Relay.Texts;

namespace Benevoclic.Relay.Page;

/// <summary>Messages as the channel shows them.</summary>
sealed class MessageFeed(Language language, Clock clock)
{
    readonly DiscordMarkdown _markdown = new(clock);
    readonly PageLabels _labels = language.Page;

    public Html Render(IReadOnlyList<Message> messages) =>
        messages.Count > 0
            ? Html.Join(messages.Select(Article))
            : Html.Of($"""<p class="none">{_labels.NoMessage}</p>""");

    Html Article(Message message) =>
        Html.Of(
            $"""

            <article class="message">
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
            <section class="card {PageStyle.ClassOf(card.Colour)}">
            <h3>{card.Title}</h3>
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
        var problem = message.Problem is { } trouble ? $"{_labels.Colon}{language.Say(trouble)}" : "";
        return Html.Of($"""<p class="state {style}">{text}{problem}</p>""");
    }
}
