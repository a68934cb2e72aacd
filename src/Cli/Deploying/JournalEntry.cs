using System.Text.Json;
using System.Text.Json.Serialization;
using Benevoclic.Cli.Deploying.Receipts;

namespace Benevoclic.Cli.Deploying;

/// <summary>One line of the host's journal.</summary>
/// <param name="At">When it was written.</param>
/// <param name="Deploy">The act it belongs to; one deploy of several services is one act.</param>
/// <param name="Service">The service.</param>
/// <param name="Release">The release that the act brings; of a restore, the archive.</param>
/// <param name="State">The state that is entered.</param>
/// <param name="By">Who; <c>host</c> when the host did it alone.</param>
/// <param name="Note">Why, when it is not plain.</param>
/// <param name="Commit">The commit of the checkout that the act was done from, or null.</param>
/// <param name="Run">Address of the workflow run that did it, or null.</param>
/// <param name="Receipt">What users saw meanwhile; where an act ends, when somebody looked.</param>
sealed record JournalEntry(
    DateTimeOffset At,
    string Deploy,
    string Service,
    string Release,
    DeployState State,
    string By,
    string? Note = null,
    string? Commit = null,
    string? Run = null,
    Receipt? Receipt = null
)
{
    /// <summary>Nothing follows in the same act.</summary>
    [JsonIgnore]
    public bool IsFinal => IsVerdict || State is DeployState.Backup or DeployState.Restored or DeployState.Cluster;

    /// <summary>It says how bringing the release ended.</summary>
    [JsonIgnore]
    public bool IsVerdict => State is DeployState.Committed or DeployState.Undone or DeployState.Stuck;

    /// <summary>Where the act came from, for people: who, the commit's first letters, the run.</summary>
    [JsonIgnore]
    public string Origin =>
        string.Join("  ", new[] { By, Commit?[..Math.Min(7, Commit.Length)], Run }.Where(part => part is not null));

    public string ToLine() => JsonSerializer.Serialize(this, DeployJson.Default.JournalEntry);

    /// <returns>Null for a line that is not one of ours, or was cut by a full disk.</returns>
    public static JournalEntry? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, DeployJson.Default.JournalEntry);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
