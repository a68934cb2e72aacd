using System.Diagnostics;
using System.Text;
using Benevoclic.Harness;

namespace Benevoclic.Bench.Scaling;

/// <summary>What a Prometheus with our rules did for a number of targets, all of them the same API.</summary>
/// <param name="Scrapes">How many it made while it was looked at.</param>
/// <param name="Milliseconds">Of its processors, meanwhile.</param>
/// <param name="Megabytes">Its memory at the end.</param>
sealed record Watcher(double Scrapes, double Milliseconds, double Megabytes)
{
    /// <summary>After its start: each target has been seen several times.</summary>
    static readonly TimeSpan Settled = TimeSpan.FromSeconds(10);

    static readonly TimeSpan Looked = TimeSpan.FromSeconds(30);

    /// <summary>As stack/prometheus/prometheus.yml has it for the API.</summary>
    const int IntervalSeconds = 2;

    public static async Task<Watcher> MeasureAsync(Uri api, int targets, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("benevoclic-bench-");
        try
        {
            var file = Path.Combine(folder.FullName, "prometheus.yml");
            await File.WriteAllTextAsync(file, Configuration(api, targets), ct);
            using var process = Start(file, folder.FullName);
            try
            {
                await Task.Delay(Settled, ct);
                var before = Cpu(process);
                var watch = Stopwatch.StartNew();
                await Task.Delay(Looked, ct);
                var scrapes = watch.Elapsed.TotalSeconds / IntervalSeconds * targets;
                return new Watcher(scrapes, (Cpu(process) - before).TotalMilliseconds, ResidentMemory.Of(process));
            }
            finally
            {
                process.Kill();
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static Process Start(string file, string folder)
    {
        string[] arguments =
        [
            $"--config.file={file}",
            $"--storage.tsdb.path={folder}/data",
            $"--web.listen-address=127.0.0.1:{FreePorts.Take(1)[0]}",
            "--log.level=error",
        ];
        return Process.Start("prometheus", arguments);
    }

    static TimeSpan Cpu(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }

    /// <summary>The rules as they are; a label makes each target one of its own.</summary>
    static string Configuration(Uri api, int targets)
    {
        var text = new StringBuilder(
            $"""
            global:
              scrape_interval: {IntervalSeconds}s
              scrape_timeout: {IntervalSeconds}s
              evaluation_interval: 2s
            rule_files: [{Repository.Root}/stack/prometheus/alert_rules.yml, {Repository.Root}/stack/prometheus/relay_rules.yml]
            scrape_configs:
              - job_name: benevoclic-api
                static_configs:

            """
        );
        for (var number = 0; number < targets; number++)
        {
            text.Append($"      - {{targets: ['{api.Authority}'], labels: {{instance: 'replica-{number}'}}}}\n");
        }
        return text.ToString();
    }
}
