using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Benevoclic.Relay.Tests.Harness;

/// <summary>
/// The whole relay with its neighbours: a Discord, a Prometheus and an API, all on real sockets, with a clock that the test
/// turns. What they answer can be changed while it runs.
/// </summary>
sealed class Town : IAsyncDisposable
{
    const string Token = "a-token-that-must-never-be-seen";

    WebApplicationFactory<Program> _factory = null!;

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.Parse("2026-11-22T02:05:00Z", null));
    public RecordingLog Log { get; } = new();
    public Neighbour Discord { get; private set; } = null!;
    public Neighbour Prometheus { get; private set; } = null!;
    public Neighbour Api { get; private set; } = null!;
    public HttpClient Relay { get; private set; } = null!;

    /// <summary>What Discord answers to its n-th call, counted from 1; null for 200 with an id.</summary>
    public Func<Call, HttpContext, Task>? DiscordAnswers { get; set; }

    public string PrometheusAnswers { get; set; } = Up("1");
    public int PrometheusStatus { get; set; } = 200;
    public int HealthStatus { get; set; } = 200;

    public static string Secret => Token;

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
        town.Prometheus = await Neighbour.StartAsync(town.Time, town.AnswerAsPrometheusAsync);
        town.Api = await Neighbour.StartAsync(town.Time, town.AnswerAsApiAsync);
        town.StartRelay(settings);
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
            Assert.True(tries < 3000, $"Waited too long. The log:\n{string.Join('\n', Log.Lines)}");
            await Task.Delay(10);
            Time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    /// <summary>Lets the clock run while nothing should happen, long enough for every neighbour to be asked again.</summary>
    public async Task PassAsync(int seconds)
    {
        for (var second = 0; second < seconds; second++)
        {
            await Task.Delay(10);
            Time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    public Task<string> PageAsync() => Relay.GetStringAsync("/");

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        await Discord.DisposeAsync();
        await Prometheus.DisposeAsync();
        await Api.DisposeAsync();
        Log.Dispose();
    }

    void StartRelay((string Name, string Value)[] settings)
    {
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting("urls", "http://127.0.0.1:0");
            host.UseSetting("DISCORD_WEBHOOK_URL", $"{Discord.Address}/api/webhooks/1/{Token}");
            host.UseSetting("PROMETHEUS_URL", Prometheus.Address);
            host.UseSetting("API_URL", Api.Address);
            foreach (var (name, value) in settings)
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
            await answer(call, context);
        else
            await context.Response.WriteAsJsonAsync(new { id = $"{1000 + call.Number}" });
    }

    async Task AnswerAsPrometheusAsync(Call call, HttpContext context)
    {
        context.Response.StatusCode = PrometheusStatus;
        await context.Response.WriteAsync(PrometheusAnswers);
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
