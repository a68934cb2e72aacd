namespace Benevoclic.Deployment.Deploying;

public sealed class AddingAService(SharedHost shared)
{
    [Fact]
    public async Task Takes_a_folder_with_a_compose_file()
    {
        var host = await shared.FreshAsync();
        using var checkout = new Checkout();
        Directory.CreateDirectory(checkout.PathOf("stack/hello"));
        await File.WriteAllTextAsync(
            checkout.PathOf("stack/hello/compose.yaml"),
            """
            name: benevoclic

            services:
              hello:
                image: busybox:1.37
                container_name: benevoclic-hello
                command: [httpd, -f, -p, "8000", -h, /srv]
                volumes: [".:/srv:ro"]
                networks: [benevoclic-network]

            networks:
              benevoclic-network:
                name: benevoclic-network

            x-benevoclic:
              rollout: recreate
              port: 8000
              probe: /hello.txt
            """,
            TestContext.Current.CancellationToken
        );
        await File.WriteAllTextAsync(
            checkout.PathOf("stack/hello/hello.txt"),
            "hello",
            TestContext.Current.CancellationToken
        );

        var deploy = await Scenario
            .Start(host, ["deploy", "hello", "--yes"], Scenario.Variables(), checkout)
            .WaitAsync();

        Assert.True(deploy.ExitCode == 0, deploy.ToString());
        Assert.Contains(await host.ContainersAsync(), one => one is { Name: "benevoclic-hello", IsRunning: true });
    }
}
