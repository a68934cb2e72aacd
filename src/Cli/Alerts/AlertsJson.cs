using System.Text.Json;
using System.Text.Json.Serialization;
using Benevoclic.Cli.Reports;

namespace Benevoclic.Cli.Alerts;

/// <summary>Generated serializers for what Prometheus, Alertmanager and the relay answer.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(ActiveAlert[]))]
[JsonSerializable(typeof(Silence[]))]
[JsonSerializable(typeof(AlertsReport))]
[JsonSerializable(typeof(PostedAlert[]))]
[JsonSerializable(typeof(RecordedIncident[]))]
[JsonSerializable(typeof(RecordedJournal))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(MonthReport))]
sealed partial class AlertsJson : JsonSerializerContext
{
    /// <summary>For people who read it: one value per line.</summary>
    public static AlertsJson Indented =>
        field ??= new(new JsonSerializerOptions(Default.Options) { WriteIndented = true });
}
