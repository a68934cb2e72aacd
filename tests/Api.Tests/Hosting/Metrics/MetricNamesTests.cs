using Benevoclic.Api.Tests.Frame;

namespace Benevoclic.Api.Tests.Hosting.Metrics;

/// <summary>
/// Rules and dashboards are written against these names, and the exporter is a beta that has renamed before. They are
/// read from a process of its own: what has happened in a process decides which of the second list are there.
/// </summary>
public sealed class MetricNamesTests
{
    static readonly string[] Always =
    [
        "api_last_request_timestamp_seconds",
        "benevoclic_replicas",
        "dotnet_assembly_count",
        "dotnet_gc_heap_total_allocated_bytes_total",
        "dotnet_gc_pause_time_seconds_total",
        "dotnet_jit_compilation_time_seconds_total",
        "dotnet_jit_compiled_il_size_bytes_total",
        "dotnet_jit_compiled_methods_total",
        "dotnet_monitor_lock_contentions_total",
        "dotnet_process_cpu_count",
        "dotnet_process_cpu_time_seconds_total",
        "dotnet_process_memory_working_set_bytes",
        "dotnet_thread_pool_queue_length_total",
        "dotnet_thread_pool_thread_count_total",
        "dotnet_thread_pool_work_item_count_total",
        "dotnet_timer_count",
        "http_server_active_requests",
        "http_server_request_duration_seconds_bucket",
        "http_server_request_duration_seconds_count",
        "http_server_request_duration_seconds_sum",
        "kestrel_active_connections",
        "kestrel_queued_connections",
        "target_info",
    ];

    static readonly string[] OnceItHappened =
    [
        "aspnetcore_memory_pool_allocated_bytes_total",
        "aspnetcore_memory_pool_evicted_bytes_total",
        "aspnetcore_memory_pool_pooled_bytes",
        "aspnetcore_memory_pool_rented_bytes_total",
        "dotnet_exceptions_total",
        "dotnet_gc_collections_total",
        "dotnet_gc_last_collection_heap_fragmentation_size_bytes",
        "dotnet_gc_last_collection_heap_size_bytes",
        "dotnet_gc_last_collection_memory_committed_size_bytes",
    ];

    [Fact]
    public async Task The_names_on_metrics_are_the_ones_that_rules_and_dashboards_use()
    {
        await using var api = await ApiProcess.StartAsync();
        await Wire.AskAsync(api.Address, "GET", "/nope");

        var names = Samples.Of(await api.GetTextAsync("/metrics")).Select(Samples.NameOf).Distinct().ToList();

        Assert.Equal(Always, names.Except(OnceItHappened).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_text_is_Prometheus_own_format()
    {
        await using var api = await RunningApi.StartAsync();

        using var answer = await api.GetAsync("/metrics");
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
    }
}
