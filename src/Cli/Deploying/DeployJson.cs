using System.Text.Json.Serialization;

namespace Benevoclic.Cli.Deploying;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(JournalEntry))]
[JsonSerializable(typeof(LockHolder))]
[JsonSerializable(typeof(Release))]
sealed partial class DeployJson : JsonSerializerContext;
