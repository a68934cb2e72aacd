namespace Benevoclic.Deployment.Deploying;

public sealed class FirstDeploy(SharedHost shared)
{
    [Fact]
    public async Task Brings_every_service_and_has_nothing_to_do_the_second_time()
    {
        var host = await shared.FreshAsync();

        var first = await host.RunAsync("deploy", "node-exporter", "prometheus", "alertmanager", "--yes");
        Assert.True(first.ExitCode == 0, first.ToString());
        var before = await host.ContainersAsync();

        var second = await host.RunAsync("deploy", "node-exporter", "prometheus", "alertmanager", "--yes");
        var after = await host.ContainersAsync();

        Assert.True(second.ExitCode == 0, second.ToString());
        Assert.Contains("Nothing to do", second.Output, StringComparison.Ordinal);
        Assert.Equal(
            before.Select(container => (container.Id, container.StartedAt)),
            after.Select(container => (container.Id, container.StartedAt))
        );
    }
}
