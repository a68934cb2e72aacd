using Benevoclic.Cli.Config;

namespace Benevoclic.Cli.Stack;

/// <summary>What a service does on a swarm: <c>x-benevoclic.swarm</c>.</summary>
/// <param name="OnAllNodes">One runs on every node.</param>
/// <param name="IsReplicated">As many run as benevoclic.yaml says; else one.</param>
/// <param name="Healthy">Words of a command inside its container that ends with 0 when it is well; empty when the image has none.
/// Null: wget on its probe.</param>
sealed record SwarmRun(bool OnAllNodes, bool IsReplicated, IReadOnlyList<string>? Healthy)
{
    public static readonly SwarmRun Once = new(false, false, null);

    public bool RunsMoreThanOnce => OnAllNodes || IsReplicated;

    public static SwarmRun Read(YamlSection? section)
    {
        if (section is null)
        {
            return Once;
        }
        var run = new SwarmRun(
            section.OneOf("nodes", "all") is not null,
            section.OneOf("replicated", "true", "false") == "true",
            section.IsList("healthy") ? section.Texts("healthy") : null
        );
        if (run is { OnAllNodes: true, IsReplicated: true })
        {
            section.Report("replicated", "is for services that run where Swarm likes; this one runs on all nodes");
        }
        section.RejectUnknownKeys();
        return run;
    }
}
