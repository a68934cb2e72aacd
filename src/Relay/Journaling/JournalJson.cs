using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Benevoclic.Relay.Delivery;
using Benevoclic.Relay.Deploys;
using Benevoclic.Relay.Discord;
using Benevoclic.Relay.Incidents;

namespace Benevoclic.Relay.Journaling;

/// <summary>What the journal keeps as JSON. A member that an older relay did not write gets its default.</summary>
static class JournalJson
{
    public static string Of(Incident incident) => JsonSerializer.Serialize(incident, JournalTypes.Default.Incident);

    public static string Of(Deploy deploy) => JsonSerializer.Serialize(deploy, JournalTypes.Default.Deploy);

    public static string Of(Card card) => JsonSerializer.Serialize(card, JournalTypes.Default.Card);

    [return: NotNullIfNotNull(nameof(trouble))]
    public static string? Of(Trouble? trouble) =>
        trouble is null ? null : JsonSerializer.Serialize(trouble, JournalTypes.Default.Trouble);

    public static Incident Incident(string text) => JsonSerializer.Deserialize(text, JournalTypes.Default.Incident)!;

    public static Deploy Deploy(string text) => JsonSerializer.Deserialize(text, JournalTypes.Default.Deploy)!;

    public static Card Card(string text) => JsonSerializer.Deserialize(text, JournalTypes.Default.Card)!;

    public static Trouble Trouble(string text) => JsonSerializer.Deserialize(text, JournalTypes.Default.Trouble)!;
}

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(Incident))]
[JsonSerializable(typeof(Deploy))]
[JsonSerializable(typeof(Card))]
[JsonSerializable(typeof(Trouble))]
sealed partial class JournalTypes : JsonSerializerContext;
