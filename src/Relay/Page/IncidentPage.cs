using Benevoclic.Relay.Delivery;
using Benevoclic.Relay.Incidents;
using Benevoclic.Relay.Texts;

namespace Benevoclic.Relay.Page;

/// <summary>One incident with all that happened to it, and its messages.</summary>
sealed class IncidentPage(Language language, Clock clock)
{
    public string Render(Incident incident, IReadOnlyList<Moment> timeline, IReadOnlyList<Message> messages) =>
        new PageFrame(language).Render(
            incident.Alert.Name,
            incident.IsClosed ? null : 5,
            Html.Of(
                $"""
                <header><h1><a href="/">{language.Page.Title}</a></h1></header>
                <main>
                {new IncidentRows(language, clock).Whole(incident, timeline)}
                <section><h2>{language.Page.Messages}</h2>{new MessageFeed(language, clock).Render(messages)}</section>
                </main>
                """
            )
        );
}
