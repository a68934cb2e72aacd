using System.Text.Json.Serialization;

namespace Benevoclic.Cli.Servers;

/// <summary>How a service on a host does.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HostedState>))]
enum HostedState
{
    /// <summary>It runs and its probe answers 2xx.</summary>
    [JsonStringEnumMemberName("healthy")]
    Healthy,

    /// <summary>It runs, and its probe does not answer 2xx.</summary>
    [JsonStringEnumMemberName("unhealthy")]
    Unhealthy,

    /// <summary>Its container is there and does not run.</summary>
    [JsonStringEnumMemberName("stopped")]
    Stopped,

    /// <summary>It was deployed, and its container is gone.</summary>
    [JsonStringEnumMemberName("gone")]
    Gone,

    /// <summary>It was never deployed here.</summary>
    [JsonStringEnumMemberName("absent")]
    Absent,
}
