using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Benevoclic.EndToEnd.Relay.Faults;

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

    string ClockFile => Path.Combine(_folder, "clock");

    /// <param name="alertmanager">The program.</param>
    /// <param name="row">Says what is different from the usual.</param>
    public static async Task<Story> BeginAsync(string alertmanager, Fault row)
    {
        var story = new Story
        {
            Discord = await ScriptedDiscord.StartAsync(),
            Prometheus = await FakePrometheus.StartAsync(),
        };
        var ports = FreePorts.Take(2).ToArray();
        story.Relay = story.NewRelay(ports[0], ports[1]);
        if (row.HasOwnClock)
        {
            story.GiveOwnClock();
        }
        story.Alertmanager = story.NewAlertmanager(alertmanager, ports[1], ports[0], row.Configuration);
        await story.Relay.StartAsync();
        await story.Alertmanager.StartAsync();
        return story;
    }

    /// <summary>The API goes down, and people have been told.</summary>
    public Task BreakAsync() => BreakAsync(Expiry);

    public async Task BreakAsync(TimeSpan expiry)
    {
        await FireAsync(expiry, FaultTable.ServerDown);
        await CountsAsync(1);
        await WrittenDownAsync();
    }

    /// <summary>The API is back.</summary>
    public Task MendAsync() => EndAsync(FaultTable.ServerDown);

    /// <param name="step">From the true time.</param>
    public void StepClock(TimeSpan step) =>
        File.WriteAllText(ClockFile, string.Create(CultureInfo.InvariantCulture, $"{step.TotalSeconds:+0;-0;+0}\n"));

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
    public async Task PostAsync(FiringAlert alert)
    {
        var one = new
        {
            status = "firing",
            labels = alert.Labels,
            startsAt = alert.Since,
            fingerprint = alert.Key,
        };
        using var answer = await Http.PostAsJsonAsync(
            new Uri(Relay.Address, "alerts"),
            new { version = "4", alerts = new[] { one } }
        );
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>What the relay says about itself.</summary>
    public async Task<JsonElement> AskAsync(string path) =>
        JsonDocument.Parse(await Http.GetStringAsync(new Uri(Relay.Address, path))).RootElement;

    /// <summary>Until it has so many groups of alerts that it tells of, or tries to.</summary>
    public Task AlertmanagerHoldsAsync(int groups) =>
        Eventually.TrueAsync(
            async () =>
                (await Http.GetStringAsync(new Uri(Alertmanager.Address, "metrics"))).Contains(
                    $"\nalertmanager_dispatcher_aggregation_groups {groups}\n",
                    StringComparison.Ordinal
                ),
            Limit,
            () => $"Alertmanager has {groups} groups"
        );

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

    /// <summary>Until the relay has asked for the cause, and written into the card what it found.</summary>
    public async Task ExplainedAsync()
    {
        await Eventually.TrueAsync(
            async () => (await AskAsync("incidents/1")).GetProperty("timeline").EnumerateArray().Any(IsExplained),
            Limit,
            () => $"the cause was not asked for; the relay:\n{Relay.Said}"
        );
        await WrittenDownAsync();
    }

    /// <summary>Until so many have been seen to be over.</summary>
    public Task AreOverAsync(int count) =>
        Eventually.TrueAsync(
            async () => (await AskAsync("incidents")).EnumerateArray().Count(IsClosed) == count,
            Limit,
            () => $"not {count} are over; the relay:\n{Relay.Said}"
        );

    /// <summary>Until a request is on its way to Discord, and stays there.</summary>
    public Task HeldAsync() => UntilAsync(() => Discord.Held == 1, "nothing was sent");

    /// <summary>Until the first message reads so.</summary>
    public Task ShowsAsync(string message) =>
        UntilAsync(
            () => Discord.Channel.Count > 0 && Discord.Channel[0] == message,
            $"the channel does not begin with: {message}"
        );

    public Task CountsAsync(int messages) =>
        UntilAsync(() => Discord.Channel.Count == messages, $"not {messages} messages");

    public async Task SilenceAsync(string alertname)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var answer = await Http.PostAsJsonAsync(
            new Uri(Alertmanager.Address, "api/v2/silences"),
            new
            {
                matchers = new[]
                {
                    new
                    {
                        name = "alertname",
                        value = alertname,
                        isRegex = false,
                        isEqual = true,
                    },
                },
                startsAt = now,
                endsAt = now.AddHours(1),
                createdBy = "zoe",
                comment = "travaux",
            }
        );
        answer.EnsureSuccessStatusCode();
    }

    public Task UntilAsync(Func<bool> isSo, string what) =>
        Eventually.TrueAsync(
            isSo,
            Limit,
            () => $"{what}; the channel:\n{string.Join('\n', Discord.Channel)}\nthe relay:\n{Relay.Said}"
        );

    /// <summary>Waits for exactly these messages, and that nothing more comes.</summary>
    public async Task ChannelIsAsync(params IReadOnlyList<string> messages)
    {
        await UntilAsync(
            () => Discord.Channel.SequenceEqual(messages),
            $"not these messages:\n{string.Join('\n', messages)}"
        );
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
        var relay = Programs.Relay(port, Path.Combine(_folder, "relay"), Discord.WebhookUrl, Prometheus.Address);
        relay.Environment["ALERTMANAGER_URL"] = $"http://127.0.0.1:{alertmanager}";
        relay.Environment["API_URL"] = Prometheus.Address;
        return relay;
    }

    void GiveOwnClock()
    {
        StepClock(TimeSpan.Zero);
        Relay.Environment["LD_PRELOAD"] = Programs.ClockSetter;
        Relay.Environment["FAKETIME_TIMESTAMP_FILE"] = ClockFile;
        Relay.Environment["FAKETIME_CACHE_DURATION"] = "1";
        // Only the wall clock jumps, as on a real machine.
        Relay.Environment["FAKETIME_DONT_FAKE_MONOTONIC"] = "1";
        Relay.Environment["FAKETIME_FORCE_MONOTONIC_FIX"] = "0";
    }

    RunningProgram NewAlertmanager(string program, int port, int relay, Func<string, string> change)
    {
        var ours = File.ReadAllText(Path.Combine(Repository.Root, "stack/alertmanager/alertmanager.yml"));
        var file = Path.Combine(_folder, "alertmanager.yml");
        File.WriteAllText(
            file,
            change(
                ours.Replace("benevoclic-relay:9094", $"127.0.0.1:{relay}", StringComparison.Ordinal)
                    // Debian 12's takes no file there. Nothing goes this way here.
                    .Replace(
                        "webhook_url_file: /run/secrets/DISCORD_WEBHOOK_URL",
                        "webhook_url: http://127.0.0.1:1/",
                        StringComparison.Ordinal
                    )
            )
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

    static bool IsExplained(JsonElement moment) => moment.GetProperty("what").GetString() == "explained";

    static bool IsClosed(JsonElement incident) => incident.GetProperty("phase").GetString() == "closed";

    static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
