using System.Net;
using Benevoclic.Api.Tests.Frame;

namespace Benevoclic.Api.Tests.Hosting.Health;

public sealed class ReadinessTests
{
    [Fact]
    public async Task Ready_names_each_dependency_and_leaves_nothing_behind()
    {
        await using var api = await RunningApi.StartAsync();

        Assert.Equal(
            """{"status":"ready","dependencies":[{"name":"process","state":"healthy","reason":"running"},{"name":"data folder","state":"healthy","reason":"it can be written"},{"name":"store","state":"healthy","reason":"SQLite: it can be written"},{"name":"identity","state":"healthy","reason":"people can sign in"},{"name":"files","state":"healthy","reason":"they can be kept"}]}""",
            await api.GetTextAsync("/health/ready")
        );
        Assert.Equal(
            ["benevoclic.db", "identity.key"],
            Directory
                .EnumerateFiles(api.DataFolder, "*", SearchOption.AllDirectories)
                .Select(path => Path.GetFileName(path).Replace("-wal", "").Replace("-shm", ""))
                .Distinct()
                .Order()
        );
    }

    [Fact]
    public async Task A_data_folder_that_vanished_is_missed_and_not_made_again()
    {
        await using var api = await RunningApi.StartAsync();
        await api.GetTextAsync("/health/ready");
        Directory.Delete(api.DataFolder, recursive: true);

        var body = await NotReadyAsync(api);
        Assert.Contains(
            """{"name":"data folder","state":"unhealthy","reason":"the folder of BENEVOCLIC_DATA does not exist"}""",
            body,
            StringComparison.Ordinal
        );
        Assert.Contains("SQLite: its file is gone", body, StringComparison.Ordinal);
        Assert.False(Directory.Exists(api.DataFolder));
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_made_does_not_stop_the_start()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["file"], "", TestContext.Current.CancellationToken);
        var impossible = Path.Combine(folder["file"], "data");
        await using var api = await RunningApi.StartAsync(null, $"--BENEVOCLIC_DATA={impossible}");

        Assert.DoesNotContain(folder.Path, await NotReadyAsync(api), StringComparison.Ordinal);
        Assert.Contains(api.Log.Errors, line => line.Contains(impossible, StringComparison.Ordinal));
        using var health = await api.GetAsync("/health");
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Fact]
    public async Task A_host_that_stops_is_not_ready()
    {
        await using var api = await RunningApi.StartAsync();
        // Nobody waits for the stop in this process, so the server still answers and can be asked.
        api.App.Lifetime.StopApplication();

        Assert.Contains("draining", await NotReadyAsync(api), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_setting_the_data_folder_is_data_in_the_working_directory()
    {
        await using var api = await ApiProcess.StartAsync();

        Assert.True(Directory.Exists(Path.Combine(api.WorkingFolder, "data")));
    }

    static async Task<string> NotReadyAsync(RunningApi api)
    {
        using var answer = await api.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("""{"status":"not ready",""", body, StringComparison.Ordinal);
        return body;
    }
}
