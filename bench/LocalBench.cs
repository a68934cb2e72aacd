using System.Diagnostics;
using Benevoclic.Harness;

namespace Benevoclic.Bench;

/// <summary>The speeds of the local run that the design promises, seconds from act to effect.</summary>
static class LocalBench
{
    public static async Task RunAsync(CancellationToken ct)
    {
        await using var discord = await DiscordRecorder.StartAsync();
        await using var stack = new LocalStack(discord.WebhookUrl);
        await stack.UpAsync();
        await stack.RunAsync("down");

        Measures[] measures =
        [
            await Measures.TakeAsync("`up --detach`, warm build, until all healthy", 5, 10, () => UpAsync(stack), ct),
            .. await new Detection(discord, () => KillApiAsync(stack), () => StartApiAsync(stack)).MeasureAsync(ct),
            await Measures.TakeAsync("API start to first 200", 10, 1, FirstAnswer.TimeAsync, ct),
            await Measures.TakeAsync("the launcher's share of a warm call", 10, 0.3, () => LauncherAsync(stack), ct),
        ];

        Measures.Print(measures);
    }

    static async Task<double> UpAsync(LocalStack stack)
    {
        await stack.RunAsync("down");
        return await Measures.TimeAsync(stack.UpAsync);
    }

    static async Task KillApiAsync(LocalStack stack)
    {
        using var process = Process.GetProcessById(await stack.PidAsync("api"));
        process.Kill();
    }

    static async Task StartApiAsync(LocalStack stack)
    {
        var start = await stack.RunAsync("start", "api");
        if (start.ExitCode != 0)
        {
            throw new InvalidOperationException($"start api: {start}");
        }
    }

    static async Task<double> LauncherAsync(LocalStack stack)
    {
        var program = Path.Combine(Repository.Root, "artifacts/bin/Cli/release/benevoclic.dll");
        var nothing = new Dictionary<string, string>();
        var whole = await Measures.TimeAsync(() => stack.RunAsync("--version"));
        var bare = await Measures.TimeAsync(() =>
            Shell.RunAsync(Repository.Root, nothing, "dotnet", program, "--version")
        );
        return Math.Max(0, whole - bare);
    }
}
