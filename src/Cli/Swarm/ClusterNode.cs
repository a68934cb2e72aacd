using System.Globalization;

namespace Benevoclic.Cli.Swarm;

/// <summary>A machine of the swarm, as <c>cluster-status.sh</c> tells it.</summary>
/// <param name="Name">Its host name.</param>
/// <param name="State">ready or down.</param>
/// <param name="Availability">active, pause or drain.</param>
/// <param name="Role">leader, reachable or unreachable (managers), or worker.</param>
/// <param name="Address">Where the others reach it.</param>
/// <param name="KeepsData">What has a volume runs there.</param>
/// <param name="Engine">Docker's version.</param>
/// <param name="Memory">In bytes.</param>
/// <param name="Tasks">How many run there.</param>
sealed record ClusterNode(
    string Name,
    string State,
    string Availability,
    string Role,
    string Address,
    bool KeepsData,
    string Engine,
    long Memory,
    int Tasks
)
{
    public bool IsManager => Role != "worker";

    public bool IsWell => State == "ready" && Role != "unreachable";

    public static ClusterNode Parse(string line)
    {
        var parts = line.Split('\t');
        return new ClusterNode(
            parts[0],
            parts[1],
            parts[2],
            parts[3],
            parts[4],
            parts[5] == "yes",
            parts[6],
            long.Parse(parts[7], CultureInfo.InvariantCulture),
            int.Parse(parts[8], CultureInfo.InvariantCulture)
        );
    }

    /// <summary>What a person should know about these nodes, each a line; nothing when all is as it should be. Pure.</summary>
    public static IEnumerable<string> Advice(IReadOnlyList<ClusterNode> nodes)
    {
        var managers = nodes.Count(node => node.IsManager);
        if (managers is 1 or 2)
        {
            yield return $"{managers} of 3 managers: when {(managers == 1 ? "it dies" : "one of them dies")}, nothing can be changed any more, though what runs goes on. Three are recommended: ./benevoclic cluster join HOST";
        }
        else if (managers % 2 == 0)
        {
            yield return $"{managers} managers stand no more losses than {managers - 1}; an odd number is enough";
        }
        foreach (var node in nodes.Where(node => !node.IsWell))
        {
            yield return $"{node.Name} is {(node.State == "ready" ? node.Role : node.State)}. When it will not come back: ./benevoclic cluster leave {node.Name}";
        }
        yield return nodes.Count(node => node.KeepsData) switch
        {
            0 =>
                "no node has the label benevoclic.data=yes, so nothing that keeps data can run: docker node update --label-add benevoclic.data=yes NODE",
            1 => "",
            _ =>
                "several nodes have the label benevoclic.data=yes: what keeps data may start on one that has not got them. Leave it to one.",
        };
    }
}
