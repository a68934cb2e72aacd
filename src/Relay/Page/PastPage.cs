using Benevoclic.Relay.Incidents;
using Benevoclic.Relay.Texts;

namespace Benevoclic.Relay.Page;

/// <summary>Incidents that are over, page by page.</summary>
sealed class PastPage(Language language, Clock clock)
{
    public const int Shown = 100;

    public string Render(IReadOnlyList<Incident> incidents) =>
        new PageFrame(language).Render(
            language.Page.Ended,
            null,
            Html.Of(
                $"""
                <header><h1><a href="/">{language.Page.Title}</a></h1></header>
                <main>
                <section id="over"><h2>{language.Page.Ended}</h2>
                {new IncidentRows(language, clock).Past(incidents, Shown)}
                </section>
                </main>
                """
            )
        );
}
