using System.Globalization;
using System.Text.Json.Nodes;
using Benevoclic.Api.Hosting;
using Benevoclic.Api.Hosting.Json;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Support.Discord;

/// <summary>The two messages of the support's channel, as Discord takes them.</summary>
static class SupportMessage
{
    // Discord refuses more; what people write may be 100 kB. Two halves of an emoji count as two here, which is on the safe side.
    const int LongestDescription = 3500;
    const int LongestField = 1000;
    const string Emojis = "https://cdn.discordapp.com/emojis/";

    public static Document OfNew(Report report, TimeProvider clock)
    {
        var (emoji, type, colour) = SupportLabels.OfType(report.Type);
        var category = SupportLabels.OfCategory(report.Document.Text("category") ?? "");
        var text = $"**Type:** {type}\n**Catégorie:** {category}\n\n{DescriptionOf(report)}";
        return Of(
            Embed(
                $"{emoji} Nouveau ticket de support #{report.Id}",
                text,
                colour,
                "📅 Date de création",
                "🏥",
                report,
                clock
            ),
            "🆘"
        );
    }

    public static Document OfStatus(string before, Report report, TimeProvider clock)
    {
        var (emoji, colour) = SupportLabels.OfStatus(report.Status);
        var text = $"**Statut:** {before} → **{report.Status}**\n\n{DescriptionOf(report)}";
        return Of(
            Embed(
                $"{emoji} Mise à jour du ticket #{report.Id}",
                text,
                colour,
                "📅 Date de mise à jour",
                "📊",
                report,
                clock
            ),
            "📊"
        );
    }

    static Document Of(JsonObject embed, string avatar) =>
        Document.Of(
            ("embeds", new JsonArray(embed)),
            ("username", "Benevoclic Support Bot"),
            ("avatar_url", $"{Emojis}{avatar}.png"),
            // Whatever people write, it calls nobody.
            ("allowed_mentions", new JsonObject { ["parse"] = new JsonArray() })
        );

    static JsonObject Embed(
        string title,
        string description,
        int colour,
        string dateName,
        string icon,
        Report report,
        TimeProvider clock
    ) =>
        new()
        {
            ["title"] = title,
            ["description"] = description,
            ["color"] = colour,
            ["fields"] = new JsonArray(
                Field(
                    dateName,
                    clock.ParisNow().ToString("dd/MM/yyyy HH:mm:ss", CultureInfo.InvariantCulture),
                    inline: true
                ),
                Field(
                    "👤 Utilisateur",
                    report.Document.Text("userEmail") is { Length: > 0 } email ? email : "Anonyme",
                    inline: true
                ),
                Field(
                    "🔗 URL de la page",
                    report.Document.Text("pageUrl") is { Length: > 0 } url ? url : "Non spécifiée",
                    inline: false
                )
            ),
            ["footer"] = new JsonObject
            {
                ["text"] = "Benevoclic Support System",
                ["icon_url"] = $"{Emojis}{icon}.png",
            },
            ["timestamp"] = MillisecondTime.Text(clock.GetUtcNow()),
        };

    static JsonObject Field(string name, string value, bool inline) =>
        new()
        {
            ["name"] = name,
            ["value"] = CutTo(value, LongestField),
            ["inline"] = inline,
        };

    static string DescriptionOf(Report report) =>
        $"**Description:**\n{CutTo(report.Document.Text("description") ?? "", LongestDescription)}";

    static string CutTo(string text, int length)
    {
        if (text.Length <= length)
            return text;
        var end = length - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }
}
