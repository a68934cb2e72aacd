using System.Diagnostics.Metrics;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using MongoDB.Driver;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;

namespace Benevoclic.Api.Tests.Frame;

/// <summary>
/// The whole application as Program builds it, on a real Kestrel with a port of its own: routing, limits and headers
/// are those of production. WebApplicationFactory would need a trick to add endpoints; here a test just maps them.
/// </summary>
sealed class RunningApi : IAsyncDisposable
{
    readonly TemporaryFolder _folder = new();

    RunningApi(Action<WebApplication>? map, Action<WebApplicationBuilder>? adjust, string[] settings)
    {
        string[] defaults =
        [
            "--urls=http://127.0.0.1:0",
            $"--BENEVOCLIC_DATA={_folder["data"]}",
            "--BENEVOCLIC_STORE=sqlite",
            "--BENEVOCLIC_IDENTITY=local",
            "--BENEVOCLIC_FILES=disk",
        ];
        App = Program.Build([.. defaults, .. settings], Adjust + adjust);
        map?.Invoke(App);
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
    }

    public WebApplication App { get; }

    public HttpClient Client { get; }

    public Uri Address => Client.BaseAddress!;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 14, 38, 28, 102, TimeSpan.Zero));

    public LogLines Log { get; } = new();

    public string DataFolder => _folder["data"];

    /// <param name="map">Endpoints that only this test needs.</param>
    /// <param name="settings">Like environment variables: "--NODE_ENV=production".</param>
    public static Task<RunningApi> StartAsync(Action<WebApplication>? map = null, params string[] settings) =>
        StartAdjustedAsync(null, map, settings);

    /// <param name="adjust">Replaces services: what stands for somebody else's server.</param>
    public static async Task<RunningApi> StartAdjustedAsync(
        Action<WebApplicationBuilder>? adjust,
        Action<WebApplication>? map = null,
        params string[] settings
    )
    {
        var api = new RunningApi(map, adjust, settings);
        await api.App.StartAsync(TestContext.Current.CancellationToken);
        api.Client.BaseAddress = new Uri(api.App.Urls.Single());
        return api;
    }

    public Task<HttpResponseMessage> GetAsync(string address) =>
        Client.GetAsync(address, TestContext.Current.CancellationToken);

    public Task<string> GetTextAsync(string address) =>
        Client.GetStringAsync(address, TestContext.Current.CancellationToken);

    /// <param name="by">Whose token goes along; nobody's by default.</param>
    /// <param name="body">Text is sent as it is, anything else as its JSON.</param>
    public async Task<WireAnswer> AskAsync(HttpMethod method, string address, Someone? by = null, object? body = null)
    {
        using var request = new HttpRequestMessage(method, address);
        if (by is not null)
            request.Headers.Authorization = new("Bearer", by.Token);
        if (body is not null)
            request.Content = new StringContent(
                body as string ?? JsonSerializer.Serialize(body),
                Encoding.UTF8,
                "application/json"
            );
        using var answer = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new(answer.StatusCode, text);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        // Work in the background ends before its folder goes.
        await App.StopAsync(CancellationToken.None);
        if (App.Services.GetService<IMongoDatabase>() is { } database)
            await database.Client.DropDatabaseAsync(database.DatabaseNamespace.DatabaseName, CancellationToken.None);
        await App.DisposeAsync();
        _folder.Dispose();
        Secrets.AssertNoneIn(Log.All);
    }

    void Adjust(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddHostedService<NothingExpires>();
        builder.Logging.ClearProviders().AddProvider(Log);
        // Real hashes take a tenth of a second each, on purpose.
        builder.Services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 10);
        builder.Services.Configure<PrometheusAspNetCoreOptions>(exporter =>
            exporter.ScrapeResponseCacheDurationMilliseconds = 0
        );
        builder.Services.ConfigureOpenTelemetryMeterProvider(
            (services, meters) => meters.AddView(OnlyOf(services.GetRequiredService<IMeterFactory>()))
        );
    }

    // OpenTelemetry listens to the whole process, where other tests run their own applications at the same time.
    static Func<Instrument, MetricStreamConfiguration?> OnlyOf(IMeterFactory own) =>
        instrument =>
            instrument.Meter.Scope is null || instrument.Meter.Scope == own ? null : MetricStreamConfiguration.Drop;
}
