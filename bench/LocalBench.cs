using System.Diagnostics;
using Benevoclic.Harness;

namespace Benevoclic.Bench;

/// <summary>The speeds of the local run that the design promises, seconds from act to effect.</summary>
static class LocalBench
{
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>Alertmanager drops an empty group every 30 s; until then a new alert of that group waits for its tick.</summary>
    static readonly TimeSpan GroupForgotten = TimeSpan.FromSeconds(31);

    public static async Task RunAsync(CancellationToken ct)
    {
        await using var discord = await DiscordRecorder.StartAsync();
        await using var stack = new LocalStack(discord.WebhookUrl);
        await stack.UpAsync();
        await stack.RunAsync("down");

        Measures[] measures =
        [
            await Measures.TakeAsync("`up --detach`, warm build, until all healthy", 5, 10, () => UpAsync(stack), ct),
            .. await KillAndStartAsync(stack, discord, runs: 10, ct),
            await Measures.TakeAsync("API start to first 200", 10, 1, FirstAnswer.TimeAsync, ct),
            await Measures.TakeAsync("the launcher's share of a warm call", 10, 0.3, () => LauncherAsync(stack), ct),
        ];

        Console.WriteLine("| what | runs | best s | median s | worst s | promised s | worst ÷ promised |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var row in measures)
        {
            Console.WriteLine(row);
        }
    }

    static async Task<double> UpAsync(LocalStack stack)
    {
        await stack.RunAsync("down");
        return await Measures.TimeAsync(stack.UpAsync);
    }

    static async Task<IReadOnlyList<Measures>> KillAndStartAsync(
        LocalStack stack,
        DiscordRecorder discord,
        int runs,
        CancellationToken ct
    )
    {
        var (green, again) = (new List<double>(), new List<double>());
        var red = await Measures.TakeAsync(
            "kill -9 of the API until the red message",
            runs,
            12,
            async () =>
            {
                await Task.Delay(GroupForgotten, ct);
                var first = await DownAndUpAsync(stack, discord, green);
                again.Add(await DownAndUpAsync(stack, discord, green));
                return first;
            },
            ct
        );
        return
        [
            red,
            new Measures("the same, again within 30 s of the last recovery", again, 12),
            new Measures("`start api` until the green message", green, 10),
        ];
    }

    static async Task<double> DownAndUpAsync(LocalStack stack, DiscordRecorder discord, List<double> green)
    {
        // Another moment of every interval each time.
        await Task.Delay(Random.Shared.Next(5000));
        using var process = Process.GetProcessById(await stack.PidAsync("api"));
        var red = await UntilPostAsync(discord, DiscordPost.Red, () => Task.Run(process.Kill));
        await Task.Delay(Random.Shared.Next(5000));
        green.Add(await UntilPostAsync(discord, DiscordPost.Green, () => StartApiAsync(stack)));
        return red;
    }

    static async Task StartApiAsync(LocalStack stack)
    {
        var start = await stack.RunAsync("start", "api");
        if (start.ExitCode != 0)
        {
            throw new InvalidOperationException($"start api: {start}");
        }
    }

    static async Task<double> UntilPostAsync(DiscordRecorder discord, int colour, Func<Task> act)
    {
        var before = discord.Posts.Count;
        var started = Stopwatch.GetTimestamp();
        await act();
        await Eventually.TrueAsync(() => discord.Posts.Count > before, Limit, () => "a message");
        var post = discord.Posts[before];
        return post.Colour == colour
            ? Stopwatch.GetElapsedTime(started, post.At).TotalSeconds
            : throw new InvalidOperationException($"expected #{colour:X6}, got {post}");
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
