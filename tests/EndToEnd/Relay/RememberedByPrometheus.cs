using System.Text.Json;

namespace Benevoclic.EndToEnd.Relay;

/// <summary>What happened while the relay was away is asked of Prometheus' record: here of the real program's.</summary>
public sealed class RememberedByPrometheus : IDisposable
{
    static readonly HttpClient Http = new();
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(100);

    /// <summary>What ended less than 10 s before the relay was back might still go on.</summary>
    static readonly TimeSpan LongOver = TimeSpan.FromSeconds(12);

    /// <summary>For some seconds: the relay reads one moment of the record in two seconds.</summary>
    const string HasFired = "count_over_time(ALERTS{alertstate=\"firing\"}[1m]) > 4";

    readonly string _folder = Directory.CreateTempSubdirectory("record-").FullName;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    string Rules => Path.Combine(_folder, "rules.yml");

    [Fact]
    public async Task An_alert_that_came_and_went_while_nobody_was_there_to_hear_it_is_told_once_the_relay_is_back()
    {
        var ports = FreePorts.Take(2).ToList();
        await using var discord = await DiscordRecorder.StartAsync();
        await using var prometheus = NewPrometheus(Needs.Program("prometheus"), ports[0]);
        var data = Path.Combine(_folder, "relay");
        await using var relay = Programs.Relay(ports[1], data, discord.WebhookUrl, $"http://127.0.0.1:{ports[0]}");
        await relay.StartAsync();
        await relay.KillAsync();
        await prometheus.StartAsync();

        await ComeAndGoAsync(prometheus);
        await relay.StartAsync();

        await Eventually.TrueAsync(
            () => discord.Messages.Count > 0,
            Limit,
            () => $"a message; the relay:\n{relay.Said}"
        );
        var told = Assert.Single(discord.Posts);
        Assert.Equal("HighCpu · incident terminé", told.Title);
        Assert.Contains("node-exporter", told.Body, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    async Task ComeAndGoAsync(RunningProgram prometheus)
    {
        var fires = new Uri(prometheus.Address, $"api/v1/query?query={Uri.EscapeDataString(HasFired)}");
        await Eventually.TrueAsync(
            async () => await CountAsync(fires) == 1,
            Limit,
            () => $"HighCpu fires; Prometheus:\n{prometheus.Said}"
        );
        WriteRules("vector(1) < 1");
        using var answer = await Http.PostAsync(new Uri(prometheus.Address, "-/reload"), null, Ct);
        answer.EnsureSuccessStatusCode();
        var over = TimeProvider.System.GetUtcNow() + LongOver;
        await Eventually.TrueAsync(() => TimeProvider.System.GetUtcNow() > over, Limit, () => "it has long been over");
    }

    RunningProgram NewPrometheus(string program, int port)
    {
        var configuration = Path.Combine(_folder, "prometheus.yml");
        File.WriteAllText(configuration, $"global: {{evaluation_interval: 1s}}\nrule_files: [{Rules}]\n");
        WriteRules("vector(1)");
        return new RunningProgram(
            program,
            [
                $"--config.file={configuration}",
                $"--storage.tsdb.path={Path.Combine(_folder, "prometheus")}",
                $"--web.listen-address=127.0.0.1:{port}",
                "--web.enable-lifecycle",
            ],
            new Uri($"http://127.0.0.1:{port}/-/ready")
        );
    }

    void WriteRules(string expression) =>
        File.WriteAllText(
            Rules,
            $$"""
            groups:
              - name: record
                rules:
                  - alert: HighCpu
                    expr: {{expression}}
                    labels: {severity: warning, job: node-exporter, instance: "node:9100"}
            """
        );

    static async Task<int> CountAsync(Uri query)
    {
        using var answer = JsonDocument.Parse(await Http.GetStringAsync(query, Ct));
        return answer.RootElement.GetProperty("data").GetProperty("result").GetArrayLength();
    }
}
