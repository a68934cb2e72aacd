using System.Text.Json.Serialization;

namespace Benevoclic.Cli.Deploying;

/// <summary>How one deploy brings a release about; the lower-case name is what the scripts know.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Way>))]
enum Way
{
    /// <summary>New container beside the old one, proxy moved.</summary>
    [JsonStringEnumMemberName("swap")]
    Swap,

    /// <summary>New container after the old one.</summary>
    [JsonStringEnumMemberName("recreate")]
    Recreate,

    /// <summary>Same container, new files.</summary>
    [JsonStringEnumMemberName("reload")]
    Reload,

    /// <summary>Swarm replaces its tasks, one or two at a time.</summary>
    [JsonStringEnumMemberName("roll")]
    Roll,
}
