using Benevoclic.Relay.Texts;

namespace Benevoclic.Relay.Page;

/// <summary>What every page begins and ends with.</summary>
sealed class PageFrame(Language language)
{
    /// <param name="refresh">Seconds after which the browser asks again; null: never.</param>
    public string Render(string title, int? refresh, Html body) =>
        Html.Of(
            $"""
            <!doctype html>
            <html lang="{language.Code}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            {(refresh is { } seconds ? Html.Of($"""<meta http-equiv="refresh" content="{seconds}">""") : default)}
            <title>{title}</title>
            <link rel="icon" href="data:,">
            <style>{new Html(PageStyle.Css)}</style>
            </head>
            <body>
            {body}
            </body>
            </html>

            """
        ).Text;
}
