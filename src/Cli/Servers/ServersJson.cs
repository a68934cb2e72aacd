using System.Text.Json.Serialization;

namespace Benevoclic.Cli.Servers;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true
)]
[JsonSerializable(typeof(HostStatus))]
sealed partial class ServersJson : JsonSerializerContext;
