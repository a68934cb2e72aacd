using System.Text.Json;

namespace Benevoclic.Deployment;

/// <summary>A container on the server.</summary>
/// <param name="Image">As it was asked for, tag and all.</param>
/// <param name="State">running, exited, …</param>
/// <param name="StartedAt">Another moment means that it was restarted.</param>
/// <param name="Json">All that `docker inspect` says.</param>
public sealed record Container(
    string Id,
    string Name,
    string Image,
    string State,
    DateTimeOffset StartedAt,
    IReadOnlyDictionary<string, string> Labels,
    JsonElement Json
)
{
    public bool IsRunning => State == "running";

    /// <summary>How often Docker itself started it again.</summary>
    public int Restarts => Json.GetProperty("RestartCount").GetInt32();

    public override string ToString() => $"{Name} {State} {Image} since {StartedAt:O}, {Restarts} restarts";
}
