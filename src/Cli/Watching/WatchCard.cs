using System.Text.Json.Nodes;

namespace Benevoclic.Cli.Watching;

/// <summary>News as Discord shows them. Its own marks for moments show each reader their own clock.</summary>
/// <param name="Title">One line.</param>
/// <param name="Description">What is known, and what to do.</param>
/// <param name="Colour">Of the bar at the left, as Discord's RGB number; the same as the relay's.</param>
sealed record WatchCard(string Title, string Description, int Colour)
{
    const int Red = 0xE74C3C;
    const int Orange = 0xE67E22;
    const int Green = 0x2ECC71;

    public static WatchCard Of(News news, Uri address, string locale) =>
        (news, locale) switch
        {
            (News.Down(var why), "en") => new(
                "🔴 The API does not answer, seen from outside",
                $"{address}: {why}\nWhat to do: docs/RUNBOOKS.md, ServerDown.",
                Red
            ),
            (News.Down(var why), _) => new(
                "🔴 L'API ne répond plus, vue de l'extérieur",
                $"{address} : {why}\nQue faire : docs/RUNBOOKS.md, ServerDown.",
                Red
            ),
            (News.Up(var away), "en") => new(
                "🟢 The API answers again, seen from outside",
                $"{address}\nAway for about {Minutes(away)} min.",
                Green
            ),
            (News.Up(var away), _) => new(
                "🟢 L'API répond de nouveau, vue de l'extérieur",
                $"{address}\nAbsente pendant {Minutes(away)} min environ.",
                Green
            ),
            (News.Ending(var ends, var days), "en") => new(
                $"🟠 The certificate ends in {days} days",
                $"{address.Host}: {Moment(ends)}. Caddy should have renewed it: ./benevoclic logs proxy --host",
                Orange
            ),
            (News.Ending(var ends, var days), _) => new(
                $"🟠 Le certificat expire dans {days} jours",
                $"{address.Host} : {Moment(ends)}. Caddy aurait dû le renouveler : ./benevoclic logs proxy --host",
                Orange
            ),
            (News.Renewed(var ends), "en") => new(
                "🟢 The certificate was renewed",
                $"{address.Host}: valid until {Moment(ends)}.",
                Green
            ),
            (News.Renewed(var ends), _) => new(
                "🟢 Le certificat est renouvelé",
                $"{address.Host} : valable jusqu'au {Moment(ends)}.",
                Green
            ),
            (News.RelayDown, "en") => new(
                "🔴 The relay does not answer, seen from outside",
                "The API does. No alert can reach this channel until it is back.\nWhat to do: docs/RUNBOOKS.md, RelayDown.",
                Red
            ),
            (News.RelayDown, _) => new(
                "🔴 Le relais ne répond plus, vu de l'extérieur",
                "L'API, si. Aucune alerte n'arrivera ici tant qu'il est absent.\nQue faire : docs/RUNBOOKS.md, RelayDown.",
                Red
            ),
            (News.RelayUp, "en") => new(
                "🟢 The relay answers again, seen from outside",
                "It tells what it could not tell meanwhile.",
                Green
            ),
            (News.RelayUp, _) => new(
                "🟢 Le relais répond de nouveau, vu de l'extérieur",
                "Il dira ce qu'il n'a pas pu dire entre-temps.",
                Green
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(news)),
        };

    public JsonObject ToJson() =>
        new()
        {
            ["embeds"] = new JsonArray(
                new JsonObject
                {
                    ["title"] = Title,
                    ["description"] = Description,
                    ["color"] = Colour,
                }
            ),
            // An address or an error that says @everyone must wake nobody.
            ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() },
        };

    static int Minutes(TimeSpan span) => Math.Max(1, (int)Math.Round(span.TotalMinutes));

    static string Moment(DateTimeOffset at) => $"<t:{at.ToUnixTimeSeconds()}:f>";
}
