using System.Diagnostics;
using System.Net;

namespace Benevoclic.Deployment.Traffic;

/// <summary>
/// Users who do not wait for each other: requests leave at a steady rate, however long the answers take. Every second one opens a
/// connection of its own, the others keep theirs. When the server closes a kept connection under a request, that is repeated on another, as
/// browsers do; it is not a failure, but counted.
/// </summary>
public sealed class Load : IAsyncDisposable
{
    static readonly TimeSpan RequestLimit = TimeSpan.FromSeconds(10);
    static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(5);

    readonly Stopwatch _watch = Stopwatch.StartNew();
    readonly LoadRecord _record = new();
    readonly CancellationTokenSource _stop;
    readonly Wire _wire = new();
    readonly HttpClient _kept;
    readonly HttpClient _new;
    readonly Uri _address;
    readonly int _perSecond;
    readonly Task _running;

    Load(Uri address, int perSecond, TimeSpan limit)
    {
        (_address, _perSecond, _stop) = (address, perSecond, new CancellationTokenSource(limit));
        _kept = Client();
        _new = Client();
        _new.DefaultRequestHeaders.ConnectionClose = true;
        _running = Task.Run(RunAsync);
    }

    /// <summary>How long it has been running; the times of the report are on this clock.</summary>
    public TimeSpan Elapsed => _watch.Elapsed;

    /// <param name="limit">It stops by itself after so long; 15 minutes unless chosen.</param>
    public static Load Start(Uri address, int perSecond, TimeSpan? limit = null) =>
        new(address, perSecond, limit ?? TimeSpan.FromMinutes(15));

    /// <summary>What happened up to now; requests on their way are in the next report.</summary>
    public LoadReport Report() => _record.Report(_watch.Elapsed, _wire.Requests);

    /// <summary>Sends no more, waits for the answers that are due.</summary>
    public async Task<LoadReport> StopAsync()
    {
        await _stop.CancelAsync();
        await _running;
        return Report();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
        _kept.Dispose();
        _new.Dispose();
    }

    async Task RunAsync()
    {
        using var timer = new PeriodicTimer(Tick);
        var underway = new HashSet<Task>();
        var sent = 0;
        while (!_stop.IsCancellationRequested)
        {
            for (var due = (int)(_watch.Elapsed.TotalSeconds * _perSecond); sent < due; sent++)
            {
                underway.Add(AskAsync(sent % 2 == 0 ? _kept : _new, sent % 2 == 0 ? "kept" : "new"));
            }
            underway.RemoveWhere(task => task.IsCompleted);
            await timer.WaitForNextTickAsync();
        }
        await Task.WhenAll(underway);
    }

    async Task AskAsync(HttpClient client, string connection)
    {
        var sentAt = _watch.Elapsed;
        try
        {
            using var answer = await client.GetAsync(_address);
            var release = answer.Headers.TryGetValues("X-Benevoclic-Release", out var names) ? names.First() : "";
            var wrong = answer.StatusCode == HttpStatusCode.OK ? null : $"{(int)answer.StatusCode}";
            _record.Add(sentAt, _watch.Elapsed, connection, release, wrong);
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException)
        {
            _record.Add(sentAt, _watch.Elapsed, connection, "", error.GetBaseException().Message);
        }
    }

    HttpClient Client() =>
        new(
            new SocketsHttpHandler
            {
                UseProxy = false,
                AllowAutoRedirect = false,
                ConnectCallback = _wire.ConnectAsync,
            }
        )
        {
            Timeout = RequestLimit,
        };
}
