using System.Diagnostics;
using System.Text.Json;
using Benevoclic.Harness;

namespace Benevoclic.Bench.Relay;

/// <summary>A relay in a process of its own, between neighbours that answer at once, on a folder that outlives it.</summary>
sealed class RelayRun : IAsyncDisposable
{
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("bench-relay-");
    readonly Quiet _neighbours;
    Process _process;

    RelayRun(DiscordRecorder discord, Quiet neighbours)
    {
        (Discord, _neighbours) = (discord, neighbours);
        _process = Start();
    }

    public DiscordRecorder Discord { get; }

    public HttpClient Client { get; } = new() { BaseAddress = new Uri($"http://127.0.0.1:{FreePorts.Take(1)[0]}") };

    /// <summary>Resident now, in MB.</summary>
    public double Memory => ResidentMemory.Of(_process);

    /// <summary>The most that it ever was.</summary>
    public double MostMemory => ResidentMemory.MostOf(_process);

    public static async Task<RelayRun> StartAsync()
    {
        var run = new RelayRun(await DiscordRecorder.StartAsync(), await Quiet.StartAsync());
        await run.IsHealthyAsync();
        return run;
    }

    /// <summary>As a power cut, and back.</summary>
    public async Task KillAndStartAsync()
    {
        await KillAsync();
        _process = Start();
        await IsHealthyAsync();
    }

    public async Task<JsonElement> AskAsync(string path) =>
        JsonDocument.Parse(await Client.GetStringAsync(new Uri(path, UriKind.Relative))).RootElement;

    /// <summary>Until all that came has been read and told.</summary>
    public Task IsCalmAsync() =>
        Eventually.TrueAsync(
            async () => (await AskAsync("outbox")).GetProperty("depth").GetInt64() == 0,
            Limit,
            () => "the outbox does not become empty"
        );

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Client.Dispose();
        await Discord.DisposeAsync();
        await _neighbours.DisposeAsync();
        _data.Delete(recursive: true);
    }

    async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    Process Start()
    {
        var program = Path.Combine(Repository.Root, "artifacts/bin/Relay/release/benevoclic-relay");
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_URLS"] = Client.BaseAddress!.AbsoluteUri;
        start.Environment["BENEVOCLIC_DATA"] = _data.FullName;
        // As in its compose file.
        start.Environment["DOTNET_GCgen0size"] = "0x200000";
        start.Environment["DOTNET_GCConserveMemory"] = "9";
        start.Environment["MALLOC_ARENA_MAX"] = "1";
        start.Environment["DISCORD_WEBHOOK_URL"] = Discord.WebhookUrl;
        foreach (var name in new[] { "PROMETHEUS_URL", "ALERTMANAGER_URL", "API_URL" })
            start.Environment[name] = _neighbours.Address;
        var process = Process.Start(start)!;
        // Nobody reads what it says, and it must not wait for a reader.
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        return process;
    }

    Task IsHealthyAsync() => Eventually.TrueAsync(AnswersAsync, Limit, () => "the relay does not start");

    async Task<bool> AnswersAsync()
    {
        try
        {
            using var answer = await Client.GetAsync(new Uri("health", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
