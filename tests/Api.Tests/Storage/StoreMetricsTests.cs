using Benevoclic.Api.Tests.Frame;

namespace Benevoclic.Api.Tests.Storage;

public sealed class StoreMetricsTests
{
    [Fact]
    public async Task Each_operation_is_counted_with_how_it_ended()
    {
        await using var api = await RunningApi.StartAsync();
        await api.GetTextAsync("/volunteer/nobody");
        await api.GetTextAsync("/volunteer/nb-volunteer");
        Directory.Delete(api.DataFolder, recursive: true);
        using (await api.GetAsync("/health/ready")) { }

        var metrics = await api.GetTextAsync("/metrics");

        foreach (var operation in new[] { "volunteers.find", "volunteers.count" })
            Assert.Contains(Count(operation, "ok"), metrics, StringComparison.Ordinal);
        Assert.Contains(Count("check", "unavailable"), metrics, StringComparison.Ordinal);
        Assert.Contains("benevoclic_store_operation_duration_seconds_bucket", metrics, StringComparison.Ordinal);
    }

    static string Count(string operation, string outcome) =>
        $"benevoclic_store_operation_duration_seconds_count{{operation=\"{operation}\",outcome=\"{outcome}\",store=\"sqlite\"}} 1\n";
}
