using System.Text.Json;
using System.Text.Json.Serialization;
using Benevoclic.Cli.Deploying.Announcing;

namespace Benevoclic.Cli.Deploying;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(DeployNews))]
[JsonSerializable(typeof(JournalEntry))]
[JsonSerializable(typeof(LockHolder))]
[JsonSerializable(typeof(PlanReport))]
[JsonSerializable(typeof(Release))]
sealed partial class DeployJson : JsonSerializerContext
{
    /// <summary>For people who read it: one value per line.</summary>
    public static DeployJson Indented =>
        field ??= new(new JsonSerializerOptions(Default.Options) { WriteIndented = true });
}
