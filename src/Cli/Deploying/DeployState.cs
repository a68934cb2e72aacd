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

    /// <summary>Its data was saved; the note names the archive. Nothing changed.</summary>
    [JsonStringEnumMemberName("backup")]
    Backup,

    /// <summary>Data of an archive takes the place of its own.</summary>
    [JsonStringEnumMemberName("restoring")]
    Restoring,

    /// <summary>It answers with the data of the archive that stands in place of the release.</summary>
    [JsonStringEnumMemberName("restored")]
    Restored,

    /// <summary>A machine joined a swarm or left it; the note says which of both, and it stands where the release would.</summary>
    [JsonStringEnumMemberName("cluster")]
    Cluster,

    [JsonStringEnumMemberName("undoing")]
    Undoing,

    [JsonStringEnumMemberName("undone")]
    Undone,

    /// <summary>Undoing failed: a person has to look.</summary>
    [JsonStringEnumMemberName("stuck")]
    Stuck,
}
