using System.Text.Json.Serialization;

namespace Benevoclic.Cli.Local;

[JsonConverter(typeof(JsonStringEnumConverter<ServiceState>))]
enum ServiceState
{
    /// <summary>Nobody started it, or somebody stopped it.</summary>
    [JsonStringEnumMemberName("stopped")]
    Stopped,

    /// <summary>Its turn comes when those before it are healthy, or have failed.</summary>
    [JsonStringEnumMemberName("waiting")]
    Waiting,

    /// <summary>The process runs, the probe has not answered yet.</summary>
    [JsonStringEnumMemberName("starting")]
    Starting,

    /// <summary>The probe answers.</summary>
    [JsonStringEnumMemberName("healthy")]
    Healthy,

    /// <summary>The process runs, the probe does not answer any more.</summary>
    [JsonStringEnumMemberName("unhealthy")]
    Unhealthy,

    /// <summary>Somebody stopped it, and it finishes what it is doing.</summary>
    [JsonStringEnumMemberName("stopping")]
    Stopping,

    /// <summary>The process ended by itself.</summary>
    [JsonStringEnumMemberName("ended")]
    Ended,

    /// <summary>Its program cannot be had on this machine.</summary>
    [JsonStringEnumMemberName("unavailable")]
    Unavailable,
}
