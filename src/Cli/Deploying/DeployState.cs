using System.Text.Json.Serialization;

namespace Benevoclic.Cli.Deploying;

/// <summary>Where a deploy stands. Each is written to the host's journal before it is acted on.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeployState>))]
enum DeployState
{
    [JsonStringEnumMemberName("staged")]
    Staged,

    [JsonStringEnumMemberName("armed")]
    Armed,

    [JsonStringEnumMemberName("started")]
    Started,

    [JsonStringEnumMemberName("gated")]
    Gated,

    [JsonStringEnumMemberName("switched")]
    Switched,

    /// <summary>A test alert is on its way.</summary>
    [JsonStringEnumMemberName("proving")]
    Proving,

    [JsonStringEnumMemberName("watching")]
    Watching,

    [JsonStringEnumMemberName("committed")]
    Committed,

    [JsonStringEnumMemberName("undoing")]
    Undoing,

    [JsonStringEnumMemberName("undone")]
    Undone,

    /// <summary>Undoing failed: a person has to look.</summary>
    [JsonStringEnumMemberName("stuck")]
    Stuck,
}
