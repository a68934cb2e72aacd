using System.Text.Json.Serialization;
using Benevoclic.Cli.Swarm;

namespace Benevoclic.Cli.Servers;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true
)]
[JsonSerializable(typeof(HostStatus))]
[JsonSerializable(typeof(SwarmStatus))]
sealed partial class ServersJson : JsonSerializerContext;
