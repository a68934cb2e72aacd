using Benevoclic.Cli.Swarm;

namespace Benevoclic.Cli.Tests.Swarm;

public sealed class ClusterTests
{
    static ClusterNode Node(string line) => ClusterNode.Parse(line.Replace(' ', '\t'));

    static readonly ClusterNode First = Node("node1 ready active leader 10.0.0.1 yes 26.1.5 8000000000 7");
    static readonly ClusterNode Second = Node("node2 ready active reachable 10.0.0.2  26.1.5 8000000000 3");
    static readonly ClusterNode Third = Node("node3 ready active reachable 10.0.0.3  26.1.5 8000000000 3");

    public static TheoryData<int, string> Sizes => new() { { 1, "1 of 3 managers" }, { 2, "2 of 3 managers" } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Fewer_than_three_managers_are_told_what_they_lack(int count, string words)
    {
        var advice = ClusterNode.Advice([.. new[] { First, Second }.Take(count)]);

        Assert.Contains(words, string.Join('\n', advice), StringComparison.Ordinal);
    }

    [Fact]
    public void Three_managers_and_one_with_data_need_no_advice()
    {
        Assert.DoesNotContain(ClusterNode.Advice([First, Second, Third]), line => line.Length > 0);
    }

    [Fact]
    public void A_node_that_is_down_and_data_on_two_nodes_are_named()
    {
        var advice = string.Join(
            '\n',
            ClusterNode.Advice([First, Second with { KeepsData = true }, Third with { State = "down" }])
        );

        Assert.Contains("node3 is down", advice, StringComparison.Ordinal);
        Assert.Contains("several nodes have the label", advice, StringComparison.Ordinal);
    }
}
