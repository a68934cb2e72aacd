using System.Globalization;
using System.Text.Json;
using Benevoclic.Cli.Swarm;

namespace Benevoclic.Cli.Deploying;

/// <summary>A container as <c>docker inspect</c> tells it.</summary>
/// <param name="Id">Its full id.</param>
/// <param name="Release">The release that created it; null when it was not us.</param>
/// <param name="Definition">The definition it was created from; null when it was not us.</param>
/// <param name="IsRunning">It runs.</param>
/// <param name="Restarts">How often the engine had to start it again.</param>
/// <param name="Since">When it was started.</param>
sealed record ContainerFacts(
    string Id,
    string? Release,
    string? Definition,
    bool IsRunning,
    int Restarts,
    DateTimeOffset Since
)
{
    /// <summary>How many run on a swarm when that is not what its release says; null otherwise.</summary>
    public int? Scaled { get; init; }

    public const string ServiceLabel = "benevoclic.service";
    public const string ReleaseLabel = "benevoclic.release";
    public const string DefinitionLabel = "benevoclic.definition";

    public static ContainerFacts Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var labels = root.GetProperty("Config").GetProperty("Labels");
        var state = root.GetProperty("State");
        return new ContainerFacts(
            root.GetProperty(nameof(Id)).GetString()!,
            Label(labels, ReleaseLabel),
            Label(labels, DefinitionLabel),
            state.GetProperty("Running").GetBoolean(),
            root.GetProperty("RestartCount").GetInt32(),
            state.GetProperty("StartedAt").GetDateTimeOffset()
        )
        {
            Scaled = ScaledTo(root, Label(labels, StackFile.ReplicasLabel)),
        };
    }

    static int? ScaledTo(JsonElement root, string? wanted) =>
        wanted is not null
        && root.TryGetProperty("Replicas", out var live)
        && live.ToString() is var text
        && text != wanted
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : null;

    static string? Label(JsonElement labels, string name) =>
        labels.ValueKind == JsonValueKind.Object && labels.TryGetProperty(name, out var value)
            ? value.GetString()
            : null;
}
