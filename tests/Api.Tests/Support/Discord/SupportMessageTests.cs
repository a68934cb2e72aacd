using System.Text.Json;
using Benevoclic.Api.Storage;
using Benevoclic.Api.Support;
using Benevoclic.Api.Support.Discord;
using Microsoft.Extensions.Time.Testing;

namespace Benevoclic.Api.Tests.Support.Discord;

public sealed class SupportMessageTests
{
    static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 7, 1, 22, 30, 5, 7, TimeSpan.Zero));

    [Fact]
    public void A_new_report_reads_as_the_contract_has_it()
    {
        var message = SupportMessage.OfNew(
            Of(("type", "TECHNICAL"), ("category", "SLOW_PERFORMANCE"), ("description", "C'est lent")),
            Clock
        );

        Assert.True(
            JsonElement.DeepEquals(
                JsonElement.Parse(
                    """{"embeds":[{"title":"🔧 Nouveau ticket de support #r1","description":"**Type:** Problème technique\n**Catégorie:** Performance lente\n\n**Description:**\nC'est lent","color":5164484,"fields":[{"name":"📅 Date de création","value":"02/07/2026 00:30:05","inline":true},{"name":"👤 Utilisateur","value":"Anonyme","inline":true},{"name":"🔗 URL de la page","value":"Non spécifiée","inline":false}],"footer":{"text":"Benevoclic Support System","icon_url":"https://cdn.discordapp.com/emojis/🏥.png"},"timestamp":"2026-07-01T22:30:05.007Z"}],"username":"Benevoclic Support Bot","avatar_url":"https://cdn.discordapp.com/emojis/🆘.png","allowed_mentions":{"parse":[]}}"""
                ),
                message.Root
            ),
            message.ToString()
        );
    }

    [Fact]
    public void A_change_of_status_shows_both_states()
    {
        var message = SupportMessage.OfStatus(
            "PENDING",
            Of(
                ("status", "RESOLVED"),
                ("description", "C'est lent"),
                ("userEmail", "ada@example.fr"),
                ("pageUrl", "https://www.benevoclic.fr/aide")
            ),
            Clock
        );

        var embed = message.Root.GetProperty("embeds")[0];
        Assert.Equal("✅ Mise à jour du ticket #r1", embed.GetProperty("title").GetString());
        Assert.Equal(
            "**Statut:** PENDING → **RESOLVED**\n\n**Description:**\nC'est lent",
            embed.GetProperty("description").GetString()
        );
        Assert.Equal(0x27ae60, embed.GetProperty("color").GetInt32());
        Assert.Equal(
            ["02/07/2026 00:30:05", "ada@example.fr", "https://www.benevoclic.fr/aide"],
            embed.GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("value").GetString())
        );
    }

    [Fact]
    public void However_long_a_report_is_Discord_takes_its_message()
    {
        var endless = string.Concat(Enumerable.Repeat("😀", 30_000));

        var message = SupportMessage.OfNew(
            Of(("type", "OTHER"), ("description", endless), ("userEmail", endless), ("pageUrl", endless)),
            Clock
        );

        var embed = message.Root.GetProperty("embeds")[0];
        var description = embed.GetProperty("description").GetString()!;
        var fields = embed
            .GetProperty("fields")
            .EnumerateArray()
            .Select(field => field.GetProperty("value").GetString()!)
            .ToList();
        Assert.InRange(description.Length, 3000, 4096);
        Assert.All(fields, value => Assert.InRange(value.Length, 1, 1024));
        Assert.True(description.Length + fields.Sum(value => value.Length) + 300 < 6000);
        Assert.DoesNotContain('\uFFFD', description);
    }

    static Report Of(params (string, System.Text.Json.Nodes.JsonNode?)[] fields) =>
        new(Document.Of((DocumentId.Field, "r1")).With(Document.Of(fields)));
}
