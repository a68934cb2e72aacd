using System.Diagnostics.Metrics;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Benevoclic.Relay.Tests.Harness;

/// <summary>
/// The whole relay with its neighbours: a Discord, a Prometheus and an API, all on real sockets, with a clock that the test
/// turns. What they answer can be changed while it runs.
/// </summary>
sealed class Town : IAsyncDisposable
{
    const string Token = "a-token-that-must-never-be-seen";

    /// <summary>Prometheus' answer to a question about something that does not exist.</summary>
    const string Nothing = """{"status":"success","data":{"resultType":"vector","result":[]}}""";

    readonly string _data = Directory.CreateTempSubdirectory("relay-").FullName;
    (string Name, string Value)[] _settings = [];
    WebApplicationFactory<Program> _factory = null!;

    public TownClock Time { get; } = new(DateTimeOffset.Parse("2026-11-22T02:05:00Z", null));
    public RecordingLog Log { get; } = new();
    public Neighbour Discord { get; private set; } = null!;
    public Neighbour SecondDiscord { get; private set; } = null!;
    public Neighbour Alertmanager { get; private set; } = null!;
    public Neighbour Prometheus { get; private set; } = null!;
    public Neighbour Api { get; private set; } = null!;
    public HttpClient Relay { get; private set; } = null!;

    /// <summary>What Discord answers to its n-th call, counted from 1; null for 200 with an id.</summary>
    public Func<Call, HttpContext, Task>? DiscordAnswers { get; set; }

    /// <summary>What Prometheus says about targets.</summary>
    public string PrometheusAnswers { get; set; } = Up("1");

    /// <summary>What Prometheus says about its rules; by default it has none.</summary>
    public string Rules { get; set; } = """{"status":"success","data":{"groups":[]}}""";

    /// <summary>What Prometheus says to any other question, by a part of its text.</summary>
    public Dictionary<string, string> Evidence { get; } = [];

    /// <summary>Alertmanager's list of alerts; null: it is silent.</summary>
    public string? Listed { get; set; }

    public string Silence { get; set; } = "{}";

    public Func<Call, HttpContext, Task>? SecondDiscordAnswers { get; set; }

    public bool HasSecondWebhook { get; set; }

    public string Data => _data;

    public int PrometheusStatus { get; set; } = 200;
    public int HealthStatus { get; set; } = 200;

    public static string Secret => Token;

    public IMeterFactory Meters => _factory.Services.GetRequiredService<IMeterFactory>();

    /// <summary>The channel as people see it now: each message once, oldest first, as "colour title".</summary>
    public IReadOnlyList<string> Channel => ChannelView.Of(Discord.Calls, Refused);

    /// <summary>The numbers of the calls that Discord did not take.</summary>
    public HashSet<int> Refused { get; } = [];

    public IReadOnlyList<JsonElement> Posted => Embeds("POST");
    public IReadOnlyList<JsonElement> Edited => Embeds("PATCH");

    public static async Task<Town> StartAsync(
        Action<Town>? before = null,
        params (string Name, string Value)[] settings
    )
    {
        var town = new Town();
        before?.Invoke(town);
        town.Discord = await Neighbour.StartAsync(town.Time, town.AnswerAsDiscordAsync);
        town.SecondDiscord = await Neighbour.StartAsync(town.Time, town.AnswerAsSecondDiscordAsync);
        town.Alertmanager = await Neighbour.StartAsync(town.Time, town.AnswerAsAlertmanagerAsync);
        town.Prometheus = await Neighbour.StartAsync(town.Time, town.AnswerAsPrometheusAsync);
        town.Api = await Neighbour.StartAsync(town.Time, town.AnswerAsApiAsync);
        town._settings = settings;
        town.StartRelay();
        return town;
    }

    public static string Up(string value) =>
        $$$"""{"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1,"{{{value}}}"]}]}}""";

    public Task SendAsync(AnAlert alert) => SendAsync(alert.Json);

    public async Task SendAsync(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await Relay.PostAsync("/alerts", content);
        Assert.Equal(StatusCodes.Status200OK, (int)answer.StatusCode);
    }

    /// <summary>Lets the clock run, a second at a time, until something is so.</summary>
    public async Task UntilAsync(Func<bool> isSo)
    {
        for (var tries = 0; !isSo(); tries++)
        {
            Assert.True(tries < 1500, $"Waited too long. The log:\n{string.Join('\n', Log.Lines)}");
            await Task.Delay(10);
            Time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    /// <summary>
    /// Lets the clock run while nothing should happen, long enough for every neighbour to be asked again. The relay's answer shows that
    /// it has had time too, on a machine that has little of it.
    /// </summary>
    public async Task PassAsync(int seconds)
    {
        for (var second = 0; second < seconds; second++)
        {
            await Task.Delay(10);
            await Relay.GetStringAsync("/health");
            Time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    public Task<string> PageAsync() => Relay.GetStringAsync("/");

    /// <summary>What is sent is stored at once, and read a moment later.</summary>
    public async Task KnowsAsync(int incidents)
    {
        for (var tries = 0; ; tries++)
        {
            using var known = JsonDocument.Parse(await Relay.GetStringAsync("/incidents?open=true"));
            if (known.RootElement.GetArrayLength() == incidents)
                return;
            Assert.True(
                tries < 1500,
                $"{incidents} incidents were sent, {known.RootElement.GetArrayLength()} are known"
            );
            await Task.Delay(10);
        }
    }

    /// <summary>The page as soon as it says this: Discord has a message a moment before the journal knows.</summary>
    public async Task<string> PageWithAsync(string text, string path = "/")
    {
        for (var tries = 0; ; tries++)
        {
            var page = await Relay.GetStringAsync(path);
            if (page.Contains(text, StringComparison.Ordinal))
                return page;
            Assert.True(tries < 500, $"'{text}' is not on the page:\n{page}");
            await PassAsync(1);
        }
    }

    /// <summary>The relay ends cleanly and comes back, with the same data folder.</summary>
    public async Task RestartAsync(params (string Name, string Value)[] settings)
    {
        await _factory.DisposeAsync();
        _settings = settings;
        StartRelay();
    }

    /// <summary>Its journal is gone.</summary>
    public async Task RestartWithoutJournalAsync()
    {
        await _factory.DisposeAsync();
        await JournalIsClosedAsync();
        Directory.Delete(_data, recursive: true);
        StartRelay();
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        Directory.Delete(_data, recursive: true);
        await SecondDiscord.DisposeAsync();
        await Alertmanager.DisposeAsync();
        await Discord.DisposeAsync();
        await Prometheus.DisposeAsync();
        await Api.DisposeAsync();
        Log.Dispose();
    }

    /// <summary>The relay's own thread closes it a moment after its end, and would take the next one's files away.</summary>
    async Task JournalIsClosedAsync()
    {
        while (
            Directory
                .EnumerateFiles("/proc/self/fd")
                .Any(open => new FileInfo(open).LinkTarget?.StartsWith(_data, StringComparison.Ordinal) == true)
        )
            await Task.Delay(10);
    }

    void StartRelay()
    {
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting("urls", "http://127.0.0.1:0");
            host.UseSetting("DISCORD_WEBHOOK_URL", $"{Discord.Address}/api/webhooks/1/{Token}");
            if (HasSecondWebhook)
                host.UseSetting("DISCORD_SECOND_WEBHOOK_URL", $"{SecondDiscord.Address}/api/webhooks/2/{Token}");
            host.UseSetting("PROMETHEUS_URL", Prometheus.Address);
            host.UseSetting("ALERTMANAGER_URL", Alertmanager.Address);
            host.UseSetting("API_URL", Api.Address);
            host.UseSetting("BENEVOCLIC_DATA", _data);
            foreach (var (name, value) in _settings)
                host.UseSetting(name, value);
            host.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Time));
            host.ConfigureLogging(logging => logging.AddProvider(Log).AddFilter<RecordingLog>(null, LogLevel.Trace));
        });
        _factory.UseKestrel();
        Relay = _factory.CreateClient();
    }

    async Task AnswerAsDiscordAsync(Call call, HttpContext context)
    {
        if (DiscordAnswers is { } answer)
        {
            await answer(call, context);
            if (context.Response.StatusCode >= 300)
                Refused.Add(call.Number);
        }
        else
            await context.Response.WriteAsJsonAsync(new { id = $"{1000 + call.Number}" });
    }

    async Task AnswerAsPrometheusAsync(Call call, HttpContext context)
    {
        context.Response.StatusCode = PrometheusStatus;
        var asked = Uri.UnescapeDataString(call.Path);
        await context.Response.WriteAsync(
            asked.StartsWith("/api/v1/rules", StringComparison.Ordinal) ? Rules
            : asked.Contains("query=max(up{", StringComparison.Ordinal) ? PrometheusAnswers
            : Evidence.FirstOrDefault(hint => asked.Contains(hint.Key, StringComparison.Ordinal)).Value ?? Nothing
        );
    }

    Task AnswerAsSecondDiscordAsync(Call call, HttpContext context) =>
        SecondDiscordAnswers is { } answer
            ? answer(call, context)
            : context.Response.WriteAsJsonAsync(new { id = $"{2000 + call.Number}" });

    Task AnswerAsAlertmanagerAsync(Call call, HttpContext context)
    {
        if (Listed is null)
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return context.Response.WriteAsync(
            call.Path.StartsWith("/api/v2/silence/", StringComparison.Ordinal) ? Silence : Listed ?? ""
        );
    }

    Task AnswerAsApiAsync(Call call, HttpContext context)
    {
        context.Response.StatusCode = HealthStatus;
        return Task.CompletedTask;
    }

    List<JsonElement> Embeds(string method) =>
        [
            .. Discord
                .Calls.Where(call => call.Method == method)
                .Select(call => JsonDocument.Parse(call.Body).RootElement.GetProperty("embeds"))
                .Where(embeds => embeds.GetArrayLength() > 0)
                .Select(embeds => embeds[0]),
        ];
}
