namespace Benevoclic.Deployment.Workflows;

/// <summary>What GitHub hands to a workflow run.</summary>
/// <param name="Workspace">The checkout that its steps run in.</param>
/// <param name="Event">push or workflow_dispatch.</param>
/// <param name="Secrets">The repository's.</param>
/// <param name="Variables">The repository's, which anybody may see.</param>
/// <param name="Machine">What the runner's own environment adds.</param>
public sealed record RunStart(
    string Workspace,
    string Event,
    IReadOnlyDictionary<string, string> Secrets,
    IReadOnlyDictionary<string, string> Variables,
    IReadOnlyDictionary<string, string> Machine
)
{
    /// <summary>The branch or the tag.</summary>
    public string RefName { get; init; } = "main";
}
