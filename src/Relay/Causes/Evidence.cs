using Benevoclic.Relay.Incidents;
using Benevoclic.Relay.Neighbours;

namespace Benevoclic.Relay.Causes;

/// <summary>One question to Prometheus whose answer hints at a cause.</summary>
/// <param name="Query">PromQL.</param>
/// <param name="Means">What an answer means; null when it means nothing.</param>
sealed record Question(string Query, Func<Sample, ProbableCause?> Means);

/// <summary>
/// What is asked when an alert begins, most telling first: the first that speaks names the cause. Of our own metrics and Node Exporter's
/// only, so each is there or its absence says nothing.
/// </summary>
static class Evidence
{
    static readonly Question Rebooted = Asking(
        "min(time() - node_boot_time_seconds) < 600",
        seconds => new(CauseKind.MachineRestarted, Confidence.Sure, $"{seconds / 60:0}")
    );

    static readonly Question Killed = Asking(
        "sum(increase(node_vmstat_oom_kill[5m])) > 0",
        _ => new(CauseKind.OutOfMemory, Confidence.Likely)
    );

    static readonly Question Full = Asking(
        """min(node_filesystem_avail_bytes{fstype!~"tmpfs|overlay|squashfs|ramfs"} / node_filesystem_size_bytes) < 0.02""",
        left => new(CauseKind.DiskFull, Confidence.Likely, $"{left * 100:0.0}")
    );

    static readonly Question NobodyUp = Asking(
        """(count(up{job!="prometheus"} == 0) or vector(0)) - count(up{job!="prometheus"}) == 0""",
        _ => new(CauseKind.AllTargetsGone, Confidence.Likely)
    );

    static readonly Question Restarted = Asking(
        "max(resets(dotnet_process_cpu_time_seconds_total{job=\"benevoclic-api\"}[10m])) > 0",
        times => new(CauseKind.ProcessRestarted, Confidence.Likely, $"{times:0}")
    );

    static readonly Question Stolen = Asking(
        "100 * avg(rate(node_cpu_seconds_total{mode=\"steal\"}[2m])) > 20",
        percent => new(CauseKind.StolenProcessor, Confidence.Likely, $"{percent:0}")
    );

    static readonly Question Busy = Asking(
        "100 * (1 - avg(rate(node_cpu_seconds_total{mode=\"idle\"}[2m]))) > 90",
        percent => new(CauseKind.BusyProcessor, Confidence.Possible, $"{percent:0}")
    );

    static readonly Question FailingRoute = Route(
        "topk(1, sum by (http_route) (rate(http_server_request_duration_seconds_count{http_response_status_code=~\"5..\",http_route!=\"\"}[2m])) > 0)"
    );

    static readonly Question SlowRoute = Route(
        "topk(1, sum by (http_route) (rate(http_server_request_duration_seconds_sum{http_route!=\"\"}[2m])) > 0)"
    );

    static readonly Dictionary<string, IReadOnlyList<Question>> ByAlert = new()
    {
        [AlertType.ServerDown] = [Rebooted, NobodyUp, Killed, Full, Stolen],
        [AlertType.SystemDown] = [NobodyUp, Killed, Full],
        ["HighErrorRate"] = [Full, Killed, Restarted, FailingRoute],
        ["HighLatency"] = [Stolen, Busy, SlowRoute],
        ["HighCpu"] = [Stolen],
        ["HighMemory"] = [Killed],
    };

    public static IReadOnlyList<Question> For(string alert) => ByAlert.GetValueOrDefault(alert, []);

    /// <summary>The last moment at which this job was measured well, within the last quarter of an hour.</summary>
    public static string LastGood(string job)
    {
        var up = $"up{{job=\"{PrometheusClient.Escape(job)}\"}}";
        return $"max(max_over_time((timestamp({up}) * ({up} == 1))[15m:1s]))";
    }

    static Question Asking(string query, Func<double, ProbableCause> means) =>
        new(query, sample => means(sample.Value) with { Query = query });

    static Question Route(string query) =>
        new(
            query,
            sample =>
                sample.Labels.GetValueOrDefault("http_route") is { Length: > 0 } route
                    ? new ProbableCause(CauseKind.OneRoute, Confidence.Possible, route, query)
                    : null
        );
}
