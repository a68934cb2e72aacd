using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Benevoclic.EndToEnd.Relay;

/// <summary>Says what Prometheus and the API would: which alerts fire, and that all targets are up unless their alert fires.</summary>
sealed class FakePrometheus : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly ConcurrentDictionary<string, FiringAlert> _firing = [];
    readonly ConcurrentDictionary<string, bool> _names = [];
    readonly ConcurrentQueue<(FiringAlert Alert, DateTimeOffset End)> _ended = [];

    FakePrometheus(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    public IEnumerable<FiringAlert> Firing => _firing.Values;

    /// <summary>Null: well, unless ServerDown fires.</summary>
    public int? HealthStatus { get; set; }

    /// <summary>It breaks every connection off, as the kernel does for a program that is gone.</summary>
    public bool IsDead { get; set; }

    bool IsDown => _firing.Values.Any(alert => alert.Name == "ServerDown");

    public static async Task<FakePrometheus> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var prometheus = new FakePrometheus(builder.Build());
        prometheus._app.Use(prometheus.LiveAsync);
        prometheus._app.MapGet("/api/v1/rules", prometheus.Rules);
        prometheus._app.MapGet("/api/v1/query", prometheus.Query);
        prometheus._app.MapGet("/api/v1/query_range", prometheus.Record);
        prometheus._app.MapGet(
            "/health",
            () => Results.StatusCode(prometheus.HealthStatus ?? (prometheus.IsDown ? 503 : 200))
        );
        await prometheus._app.StartAsync();
        return prometheus;
    }

    public void Fire(FiringAlert alert)
    {
        _names[alert.Name] = true;
        _firing[alert.Key] = alert;
    }

    public void End(FiringAlert alert)
    {
        if (_firing.TryRemove(alert.Key, out var ended))
        {
            _ended.Enqueue((ended, TimeProvider.System.GetUtcNow()));
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    Task LiveAsync(HttpContext context, RequestDelegate next)
    {
        // The API is another program, which lives.
        if (!IsDead || context.Request.Path == "/health")
        {
            return next(context);
        }
        context.Abort();
        return Task.CompletedTask;
    }

    IResult Rules() =>
        Results.Json(
            new
            {
                data = new
                {
                    groups = new[]
                    {
                        new
                        {
                            rules = _names.Keys.Select(name => new
                            {
                                name,
                                health = "ok",
                                alerts = _firing
                                    .Values.Where(alert => alert.Name == name)
                                    .Select(alert => new { state = "firing", labels = alert.Labels }),
                            }),
                        },
                    },
                },
            }
        );

    /// <summary>The series ALERTS, of what has ended: what fires now is nobody's past.</summary>
    IResult Record(double start, double end)
    {
        var result = _ended
            .Select(one => (one.Alert, First: Seconds(one.Alert.Since), Last: Seconds(one.End)))
            .Where(one => one.First <= end && one.Last >= start)
            .Select(one => new { metric = one.Alert.Labels, values = new object[] { At(one.First), At(one.Last) } });
        return Results.Json(new { status = "success", data = new { resultType = "matrix", result } });
    }

    static double Seconds(DateTimeOffset at) => at.ToUnixTimeMilliseconds() / 1000.0;

    static object[] At(double seconds) => [seconds, "1"];

    IResult Query(string query)
    {
        object[] result = query.StartsWith("max(up{", StringComparison.Ordinal)
            ? [new { metric = new { }, value = new object[] { 1, IsDown ? "0" : "1" } }]
            : [];
        return Results.Json(new { status = "success", data = new { resultType = "vector", result } });
    }
}

/// <summary>An alert that Prometheus would keep sending.</summary>
sealed record FiringAlert(
    string Name,
    DateTimeOffset Since,
    string Severity = "critical",
    string Job = "benevoclic-api",
    string? Instance = null
)
{
    public static FiringAlert Cpu(string instance) =>
        new("HighCpu", TimeProvider.System.GetUtcNow(), "warning", "node-exporter", instance);

    public string Key => $"{Name}/{Job}/{Instance}";

    public Dictionary<string, string> Labels
    {
        get
        {
            var labels = new Dictionary<string, string>
            {
                ["alertname"] = Name,
                ["severity"] = Severity,
                ["job"] = Job,
            };
            if (Instance is not null)
            {
                labels["instance"] = Instance;
            }
            return labels;
        }
    }
}
