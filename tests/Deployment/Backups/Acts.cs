using Benevoclic.Deployment.Deploying;

namespace Benevoclic.Deployment.Backups;

/// <summary>What tests of backups have in common.</summary>
static class Acts
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static CliRun Start(TestHost host, params string[] words) =>
        Scenario.Start(host, words, Scenario.Variables());

    public static async Task<CommandResult> DoneAsync(TestHost host, params string[] words)
    {
        var result = await Start(host, words).WaitAsync();
        Assert.True(result.ExitCode == 0, $"{string.Join(' ', words)}: {result}");
        return result;
    }

    /// <summary>Nobody is held, nobody has the lock, and nothing lies beside the volumes.</summary>
    public static Task NothingIsLeftAsync(TestHost host)
    {
        var left = "";
        return Eventually.TrueAsync(
            async () =>
            {
                var paused = await host.DockerAsync("ps", "--quiet", "--filter", "status=paused");
                var beside = await host.Machine.ShellAsync(
                    $"ls -d /var/lib/docker/volumes/*/benevoclic-* {TestHost.Folder}/picture.* 2>/dev/null || true"
                );
                var free = await host.Machine.TryAsync("flock", "-n", $"{TestHost.Folder}/lock", "true");
                left = $"paused: {paused}; beside: {beside}; lock free: {free.ExitCode == 0}";
                return paused.Length == 0 && beside.Length == 0 && free.ExitCode == 0;
            },
            Limit,
            () => left
        );
    }
}
