namespace Benevoclic.Deployment.Harness;

public sealed class EveryProcessor(SharedHost shared)
{
    [Fact]
    public async Task One_name_is_pushed_for_both_kinds_of_server()
    {
        var host = await shared.GetAsync();
        var registry = host.Registry;
        await registry.Client.MakeIndexAsync("benevoclic-test/dotnet", "10", "10-every");

        var built = await host.Start(
                ["build", "--push", "--every-processor", "--tag", "v1.2.3", "relay"],
                new Dictionary<string, string>
                {
                    ["BENEVOCLIC_REGISTRY"] = registry.Address,
                    ["BENEVOCLIC_IMAGES"] = "marie/benevoclic-",
                    ["ContainerBaseImage"] = $"{registry.Address}/benevoclic-test/dotnet:10-every",
                    ["DOTNET_CONTAINER_INSECURE_REGISTRIES"] = registry.Address,
                }
            )
            .WaitAsync();

        Assert.True(built.ExitCode == 0, built.ToString());
        Assert.Equal(
            ["amd64", "arm64"],
            (await registry.Client.ProcessorsAsync("marie/benevoclic-relay", "v1.2.3")).Order()
        );
    }
}
