using System.Net.Sockets;
using System.Text.RegularExpressions;
using Benevoclic.Deployment.Deploying;

namespace Benevoclic.Deployment.Servers;

/// <summary>`open`.</summary>
public sealed partial class LookingInside(SharedHost shared)
{
    static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_page_answers_here_also_after_its_container_was_replaced_and_no_more_after_the_end()
    {
        var host = await shared.GetAsync();
        await host.ResetAsync();
        await Scenario.DeployedAsync(host, "v1", "prometheus");
        var before = await AddressAsync(host);

        using var open = Scenario.Start(host, ["open", "prometheus"], Scenario.Variables());
        await open.PrintsAsync("until Ctrl-C", Limit);
        var health = new Uri(Url().Match(open.Output).Value + "-/healthy");
        Assert.True(await IsHealthyAsync(health), open.Output);
        var taken = await Scenario
            .Start(host, ["open", "prometheus", "--port", $"{health.Port}"], Scenario.Variables())
            .WaitAsync();

        await host.DockerAsync("rm", "--force", "benevoclic-prometheus");
        await host.DockerAsync("run", "--detach", "--network=benevoclic-network", "busybox:1.37", "sleep", "1000");
        await Scenario.DeployedAsync(host, "v1", "prometheus");
        Assert.NotEqual(before, await AddressAsync(host));
        await Eventually.TrueAsync(() => IsHealthyAsync(health), Limit, () => $"{open.Output}\n{open.Error}");

        await open.InterruptAsync();
        var end = await open.WaitAsync().WaitAsync(Limit, TestContext.Current.CancellationToken);
        Assert.True(end.ExitCode == 0, end.ToString());
        using var socket = new TcpClient();
        await Assert.ThrowsAsync<SocketException>(() =>
            socket.ConnectAsync("127.0.0.1", health.Port, TestContext.Current.CancellationToken).AsTask()
        );
        Assert.Equal(1, taken.ExitCode);
        Assert.Contains($"Port {health.Port} of this machine cannot be opened", taken.Error, StringComparison.Ordinal);
        await Eventually.TrueAsync(
            async () => !(await host.ProcessesAsync()).Contains("bash -s", StringComparison.Ordinal),
            Limit,
            () => "a script goes on on the server"
        );
    }

    [Fact]
    public async Task A_service_that_does_not_run_is_named()
    {
        var host = await shared.GetAsync();
        await host.ResetAsync();

        var open = await Scenario.Start(host, ["open", "prometheus"], Scenario.Variables()).WaitAsync();

        Assert.Equal(1, open.ExitCode);
        Assert.Contains("prometheus does not run on", open.Error, StringComparison.Ordinal);
    }

    static async Task<bool> IsHealthyAsync(Uri address)
    {
        try
        {
            using var answer = await Http.GetAsync(address);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    static Task<string> AddressAsync(TestHost host) =>
        host.DockerAsync(
            "inspect",
            "--format={{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}",
            "benevoclic-prometheus"
        );

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/")]
    private static partial Regex Url();
}
