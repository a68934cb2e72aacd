using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Benevoclic.EndToEnd.Local;

public sealed class StartingAndStopping
{
    static readonly HttpClient Http = new();

    [Fact]
    public async Task One_command_brings_up_everything_and_one_takes_it_down_again()
    {
        Needs.Monitoring();
        await using var stack = new LocalStack();

        await stack.UpAsync();

        var status = await stack.StatusAsync();
        Assert.True(status.GetProperty("healthy").GetBoolean(), status.ToString());
        await AnswersAsync(stack.Address("api", "/health"));
        await AnswersAsync(stack.Address("api", "/health/ready"));
        await AnswersAsync(stack.Address("prometheus", "/-/healthy"));
        await AnswersAsync(stack.Address("alertmanager", "/-/healthy"));
        await AnswersAsync(stack.Address("node-exporter", "/metrics"));
        await AnswersAsync(stack.Address("relay", "/health"));
        var pids = Pids(status);

        var down = await stack.RunAsync("down");

        Assert.Equal(0, down.ExitCode);
        Assert.All(pids, pid => Assert.False(Directory.Exists($"/proc/{pid}"), $"process {pid} is still there"));
        Assert.All(stack.Ports, AssertFree);
    }

    [Fact]
    public async Task Prometheus_sees_every_service_up()
    {
        Needs.Monitoring();
        await using var stack = new LocalStack();
        await stack.UpAsync();

        var query = stack.Address("prometheus", "/api/v1/query?query=sum(up)");
        await Eventually.TrueAsync(
            async () => (await Http.GetStringAsync(query)).Contains("\"5\"]", StringComparison.Ordinal),
            TimeSpan.FromSeconds(60),
            () => "five targets with up == 1"
        );
    }

    [Fact]
    public async Task Killing_the_command_leaves_no_process_behind_and_a_new_up_works()
    {
        Needs.Monitoring();
        await using var stack = new LocalStack();
        await stack.UpAsync();
        var status = await stack.StatusAsync();
        var pids = Pids(status);

        using (var supervisor = Process.GetProcessById(status.GetProperty("pid").GetInt32()))
        {
            supervisor.Kill();
        }

        await Eventually.TrueAsync(
            () => pids.All(pid => !Directory.Exists($"/proc/{pid}")),
            TimeSpan.FromSeconds(10),
            () => "all services ended with the command"
        );
        await stack.UpAsync();
    }

    [Fact]
    public async Task A_second_up_says_that_one_is_running()
    {
        Needs.Monitoring();
        await using var stack = new LocalStack();
        await stack.UpAsync();

        var second = await stack.RunAsync("up");

        Assert.Equal(1, second.ExitCode);
        Assert.Contains("already up here, since", second.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webhook_that_is_no_address_keeps_the_relay_down_and_nobody_else()
    {
        Needs.Monitoring();
        await using var stack = new LocalStack("my-webhook");

        var up = await stack.RunAsync("up", "--detach");

        Assert.Equal(1, up.ExitCode);
        Assert.Contains(
            "DISCORD_WEBHOOK_URL: found something that is not a webhook's address",
            up.Error,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("my-webhook", up.ToString(), StringComparison.Ordinal);
        var status = await stack.StatusAsync();
        Assert.Equal(
            ["relay"],
            status
                .GetProperty("services")
                .EnumerateArray()
                .Where(service => service.GetProperty("state").GetString() is not ("healthy" or "unavailable"))
                .Select(service => service.GetProperty("name").GetString())
        );
    }

    static List<int> Pids(System.Text.Json.JsonElement status) =>
        [
            .. status
                .GetProperty("services")
                .EnumerateArray()
                .Where(service => service.TryGetProperty("pid", out _))
                .Select(service => service.GetProperty("pid").GetInt32()),
        ];

    static async Task AnswersAsync(Uri address)
    {
        using var answer = await Http.GetAsync(address);
        Assert.True(answer.IsSuccessStatusCode, $"{address} answered {(int)answer.StatusCode}");
    }

    static void AssertFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
    }
}
