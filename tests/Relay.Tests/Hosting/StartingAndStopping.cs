using System.Diagnostics;
using System.Net.Sockets;

namespace Benevoclic.Relay.Tests.Hosting;

/// <summary>The program itself, as a process.</summary>
public sealed class StartingAndStopping
{
    [Fact]
    public async Task Wrong_settings_are_told_in_a_few_lines_and_end_with_2()
    {
        using var relay = Start(
            ("BENEVOCLIC_LOCALE", "de"),
            ("API_URL", "nowhere"),
            ("ASPNETCORE_URLS", "http://127.0.0.1:0")
        );

        var errors = await relay.StandardError.ReadToEndAsync();
        await relay.WaitForExitAsync();

        Assert.Equal(2, relay.ExitCode);
        Assert.Contains("BENEVOCLIC_LOCALE", errors, StringComparison.Ordinal);
        Assert.Contains("API_URL", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_told_in_one_line()
    {
        using var holder = new TcpListener(System.Net.IPAddress.Loopback, 0);
        holder.Start();
        using var relay = Start(("ASPNETCORE_URLS", $"http://{holder.LocalEndpoint}"));

        var errors = await relay.StandardError.ReadToEndAsync();
        await relay.WaitForExitAsync();

        Assert.Equal(1, relay.ExitCode);
        Assert.Contains("address already in use", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stop_ends_with_0_although_somebody_listens_and_a_recovery_waits()
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        using var relay = Start(
            ("ASPNETCORE_URLS", address),
            ("PROMETHEUS_URL", "http://127.0.0.1:9"),
            ("DISCORD_WEBHOOK_URL", "http://127.0.0.1:9/hook")
        );
        using var client = new HttpClient();
        await AnsweringAsync(client, $"{address}/health");

        using var events = await client.GetAsync($"{address}/events", HttpCompletionOption.ResponseHeadersRead);
        var alert = new Harness.AnAlert("ServerDown");
        foreach (var json in new[] { alert.Json, alert.Resolved.Json })
            using (var content = new StringContent(json))
                (await client.PostAsync($"{address}/alerts", content)).Dispose();
        using var reader = new StreamReader(await events.Content.ReadAsStreamAsync());
        Assert.Equal("event: alert", await reader.ReadLineAsync());
        Assert.Equal("data: ServerDown firing (job benevoclic-api)", await reader.ReadLineAsync());
        while (await reader.ReadLineAsync() != "data: ServerDown resolved, verifying (job benevoclic-api)") { }

        using var kill = Process.Start("kill", $"-TERM {relay.Id}");
        await reader.ReadToEndAsync();
        await relay.WaitForExitAsync();

        Assert.Equal(0, relay.ExitCode);
    }

    static Process Start(params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "benevoclic-relay.dll")])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            // The journal's folder is below it.
            WorkingDirectory = Directory.CreateTempSubdirectory("relay-").FullName,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    static async Task AnsweringAsync(HttpClient client, string address)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                (await client.GetAsync(address)).Dispose();
                return;
            }
            catch (HttpRequestException) when (tries < 600)
            {
                await Task.Delay(50);
            }
        }
    }
}
