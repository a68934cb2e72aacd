using System.Text.Json;
using Benevoclic.Api.Files;
using Benevoclic.Api.Hosting.Errors;
using Benevoclic.Api.Tests.Frame;
using Microsoft.Extensions.DependencyInjection;

namespace Benevoclic.Api.Tests.Files;

/// <summary>What the person on call sees of files.</summary>
public sealed class FilesOnWatchTests
{
    static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Operations_are_counted_by_outcome()
    {
        await using var api = await RunningApi.StartAsync();
        var files = api.App.Services.GetRequiredService<IFiles>();

        await files.PutAsync("avatars/u/1-a.png", new MemoryStream(Harness.Pictures.Png), "image/png", Ct);
        await files.RemoveAsync("avatars/u/1-a.png", Ct);
        Block(api);
        await Assert.ThrowsAsync<UnavailableException>(() =>
            files.PutAsync("avatars/u/1-a.png", new MemoryStream(Harness.Pictures.Png), "image/png", Ct)
        );

        var metrics = await api.GetTextAsync("/metrics");
        Assert.Contains(
            """benevoclic_file_operations_total{operation="put",outcome="done"} 1""",
            metrics,
            StringComparison.Ordinal
        );
        Assert.Contains(
            """benevoclic_file_operations_total{operation="remove",outcome="done"} 1""",
            metrics,
            StringComparison.Ordinal
        );
        Assert.Contains(
            """benevoclic_file_operations_total{operation="put",outcome="unavailable"} 1""",
            metrics,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Readiness_tells_when_pictures_cannot_be_kept_and_stays_ready()
    {
        await using var api = await RunningApi.StartAsync();
        var well = await StateAsync(api);
        Block(api);
        api.Clock.Advance(TimeSpan.FromSeconds(2));

        var (status, files) = await StateAsync(api);

        Assert.Equal(("ready", "healthy"), well);
        Assert.Equal(("ready", "degraded"), (status, files));
    }

    static void Block(RunningApi api)
    {
        var folder = Path.Combine(api.DataFolder, "files");
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        File.WriteAllText(folder, "");
    }

    static async Task<(string? Status, string? Files)> StateAsync(RunningApi api)
    {
        var body = JsonDocument.Parse(await api.GetTextAsync("/health/ready")).RootElement;
        var files = body.GetProperty("dependencies")
            .EnumerateArray()
            .Single(d => d.GetProperty("name").GetString() == "files");
        return (body.GetProperty("status").GetString(), files.GetProperty("state").GetString());
    }
}
