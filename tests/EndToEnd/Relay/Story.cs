using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Benevoclic.EndToEnd.Relay;

/// <summary>
/// The alert path as real programs, from Alertmanager with our own configuration to the relay, between a Prometheus and a Discord that
/// do what a test says.
/// </summary>
sealed class Story : IAsyncDisposable
{
    static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(10) };
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(100);

    /// <summary>Alertmanager's group_interval: by then it has said again whatever it wanted to say.</summary>
    static readonly TimeSpan Calm = TimeSpan.FromSeconds(6);

    /// <summary>Prometheus' own.</summary>
    static readonly TimeSpan Expiry = TimeSpan.FromMinutes(4);

    readonly string _folder = Directory.CreateTempSubdirectory("story-").FullName;

    public ScriptedDiscord Discord { get; private set; } = null!;
    public FakePrometheus Prometheus { get; private set; } = null!;
    public RunningProgram Alertmanager { get; private set; } = null!;
    public RunningProgram Relay { get; private set; } = null!;

    /// <param name="alertmanager">The program.</param>
    /// <param name="change">Of our configuration.</param>
    public static async Task<Story> BeginAsync(string alertmanager, Func<string, string>? change = null)
    {
        var story = new Story
        {
            Discord = await ScriptedDiscord.StartAsync(),
            Prometheus = await FakePrometheus.StartAsync(),
        };
        var ports = FreePorts.Take(2).ToArray();
        story.Relay = story.NewRelay(ports[0], ports[1]);
        story.Alertmanager = story.NewAlertmanager(alertmanager, ports[1], ports[0], change ?? (text => text));
        await story.Relay.StartAsync();
        await story.Alertmanager.StartAsync();
        return story;
    }

    public Task FireAsync(params IReadOnlyList<FiringAlert> alerts) => FireAsync(Expiry, alerts);

    /// <param name="expiry">After which Alertmanager takes it for ended, unless it hears of it again.</param>
    public async Task FireAsync(TimeSpan expiry, params IReadOnlyList<FiringAlert> alerts)
    {
        foreach (var alert in alerts)
        {
            Prometheus.Fire(alert);
        }
        await SendAsync(alerts, TimeProvider.System.GetUtcNow() + expiry);
    }

    public async Task EndAsync(params IReadOnlyList<FiringAlert> alerts)
    {
        foreach (var alert in alerts)
        {
            Prometheus.End(alert);
        }
        await SendAsync(alerts, TimeProvider.System.GetUtcNow());
    }

    /// <summary>As Prometheus does once a minute.</summary>
    public Task RemindAsync() => SendAsync([.. Prometheus.Firing], TimeProvider.System.GetUtcNow() + Expiry);

    /// <summary>Straight to the relay, past Alertmanager.</summary>
    public async Task<bool> PostAsync(FiringAlert alert, bool isFiring)
    {
        var at = TimeProvider.System.GetUtcNow();
        try
        {
            using var answer = await Http.PostAsJsonAsync(
                new Uri(Relay.Address, "alerts"),
                new
                {
                    version = "4",
                    status = isFiring ? "firing" : "resolved",
                    alerts = new[]
                    {
                        new
                        {
                            status = isFiring ? "firing" : "resolved",
                            labels = alert.Labels,
                            startsAt = alert.Since,
                            endsAt = isFiring ? default : at,
                            fingerprint = alert.Key,
                        },
                    },
                }
            );
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    /// <summary>What the relay says about itself.</summary>
    public async Task<JsonElement> AskAsync(string path) =>
        JsonDocument.Parse(await Http.GetStringAsync(new Uri(Relay.Address, path))).RootElement;

    /// <summary>Until the relay has written down what Discord answered.</summary>
    public Task WrittenDownAsync() =>
        Eventually.TrueAsync(
            async () => (await AskAsync("outbox")).GetProperty("depth").GetInt64() == 0,
            Limit,
            () => $"the outbox is not empty; the relay:\n{Relay.Said}"
        );

    /// <summary>Until a message has failed so often, and the relay waits before it tries again.</summary>
    public Task TriedAsync(int times) =>
        Eventually.TrueAsync(
            async () =>
                (await AskAsync("outbox")).GetProperty("rows").EnumerateArray() is var rows
                && rows.Any(row => row.GetProperty("attempts").GetInt32() == times),
            Limit,
            () => $"nothing was tried {times} times; the relay:\n{Relay.Said}"
        );

    public async Task SilenceAsync(string alertname)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var answer = await Http.PostAsJsonAsync(
            new Uri(Alertmanager.Address, "api/v2/silences"),
            new
            {
                matchers = new[] { new { name = "alertname", value = alertname, isRegex = false, isEqual = true } },
                startsAt = now,
                endsAt = now.AddHours(1),
                createdBy = "zoe",
                comment = "travaux",
            }
        );
        answer.EnsureSuccessStatusCode();
    }

    public Task UntilAsync(Func<bool> isSo, string what) =>
        Eventually.TrueAsync(isSo, Limit, () => $"{what}; the channel:\n{string.Join('\n', Discord.Channel)}\nthe relay:\n{Relay.Said}");

    /// <summary>Waits for exactly these messages, and that nothing more comes.</summary>
    public async Task ChannelIsAsync(params IReadOnlyList<string> messages)
    {
        await UntilAsync(() => Discord.Channel.SequenceEqual(messages), $"not these messages:\n{string.Join('\n', messages)}");
        await Task.Delay(Calm);
        Assert.Equal(messages, Discord.Channel);
    }

    public async ValueTask DisposeAsync()
    {
        await Alertmanager.DisposeAsync();
        await Relay.DisposeAsync();
        await Discord.DisposeAsync();
        await Prometheus.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    RunningProgram NewRelay(int port, int alertmanager)
    {
        var dll = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../Relay/release/benevoclic-relay.dll"));
        var relay = new RunningProgram("dotnet", [dll], new Uri($"http://127.0.0.1:{port}/health"));
        relay.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        relay.Environment["DISCORD_WEBHOOK_URL"] = Discord.WebhookUrl;
        relay.Environment["BENEVOCLIC_DATA"] = Path.Combine(_folder, "relay");
        relay.Environment["PROMETHEUS_URL"] = Prometheus.Address;
        relay.Environment["ALERTMANAGER_URL"] = $"http://127.0.0.1:{alertmanager}";
        relay.Environment["API_URL"] = Prometheus.Address;
        relay.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        return relay;
    }

    RunningProgram NewAlertmanager(string program, int port, int relay, Func<string, string> change)
    {
        var ours = File.ReadAllText(Path.Combine(Repository.Root, "stack/alertmanager/alertmanager.yml"));
        var file = Path.Combine(_folder, "alertmanager.yml");
        File.WriteAllText(
            file,
            change(ours.Replace("benevoclic-relay:9094", $"127.0.0.1:{relay}", StringComparison.Ordinal))
        );
        return new RunningProgram(
            program,
            [
                $"--config.file={file}",
                $"--storage.path={Path.Combine(_folder, "alertmanager")}",
                $"--web.listen-address=127.0.0.1:{port}",
                "--cluster.listen-address=",
            ],
            new Uri($"http://127.0.0.1:{port}/-/healthy")
        );
    }

    async Task SendAsync(IReadOnlyList<FiringAlert> alerts, DateTimeOffset end)
    {
        using var answer = await Http.PostAsJsonAsync(
            new Uri(Alertmanager.Address, "api/v2/alerts"),
            alerts.Select(alert => new
            {
                labels = alert.Labels,
                startsAt = Text(alert.Since),
                endsAt = Text(end),
            })
        );
        answer.EnsureSuccessStatusCode();
    }

    static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
