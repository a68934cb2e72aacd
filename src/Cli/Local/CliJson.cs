using System.Text.Json;
using System.Text.Json.Serialization;

namespace Benevoclic.Cli.Local;

/// <summary>Generated serializers: reflection would cost every command 50 ms.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(ControlRequest))]
[JsonSerializable(typeof(ControlReply))]
[JsonSerializable(typeof(RunInfo))]
[JsonSerializable(typeof(RunReport))]
sealed partial class CliJson : JsonSerializerContext
{
    /// <summary>For people who read it: one value per line.</summary>
    public static CliJson Indented =>
        field ??= new(new JsonSerializerOptions(Default.Options) { WriteIndented = true });
}
