using Benevoclic.Relay.Discord;
using Benevoclic.Relay.Texts;

namespace Benevoclic.Relay.Page;

/// <summary>For whoever follows an old link or mistypes an address: what is not there, and the way back.</summary>
sealed class NotFoundPage(Language language)
{
    const int Longest = 80;

    public string OfIncident(long id) =>
        Render(language.Page.NoIncident.Replace("{id}", $"{id}", StringComparison.Ordinal));

    public string OfPath(string path) =>
        Render(language.Page.NoPage.Replace("{path}", path.OneLine().CutTo(Longest), StringComparison.Ordinal));

    string Render(string what) =>
        new PageFrame(language).Render(
            language.Page.NotFound,
            null,
            Html.Of(
                $"""
                <header><h1><a href="/">{language.Page.Title}</a></h1></header>
                <main>
                <div class="empty"><h3>{language.Page.NotFound}</h3><p>{language.Typeset(
                    what
                )}</p><p class="older"><a href="/">{language.Page.Back}</a></p></div>
                </main>
                """
            )
        );
}
