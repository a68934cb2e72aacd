using System.Net.ServerSentEvents;

namespace Benevoclic.Cli.Local;

/// <summary>Listens to what a service tells about itself (server-sent events), for as long as it is healthy.</summary>
sealed class EventStream(HttpClient http, string path, Func<ServiceStatus> status, TimeProvider time)
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public async Task ReadAsync(Action<string> say, CancellationToken ct)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Pause, time, ct);
                if (status() is { State: ServiceState.Healthy, Address: var address })
                {
                    await ListenAsync(address + path, say, ct);
                }
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The run is over.
        }
    }

    async Task ListenAsync(string url, Action<string> say, CancellationToken ct)
    {
        try
        {
            await using var stream = await http.GetStreamAsync(url, ct);
            await foreach (var item in SseParser.Create(stream).EnumerateAsync(ct))
            {
                say(item.Data);
            }
        }
        catch (Exception e)
            when (e is HttpRequestException or IOException
                || (e is OperationCanceledException && !ct.IsCancellationRequested)
            )
        {
            // It ended or restarts; the supervisor says so, and we listen again when it is healthy.
        }
    }
}
