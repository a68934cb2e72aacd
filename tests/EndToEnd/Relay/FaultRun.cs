namespace Benevoclic.EndToEnd.Relay;

/// <summary>
/// Every row of the fault table against one Alertmanager, several at a time: each has its own programs and ports, and nearly all of
/// its time is waiting, for a tick of Alertmanager or to see that nothing more comes.
/// </summary>
/// <param name="alertmanager">The program; skips the test when it is not there.</param>
public abstract class FaultRun(Func<string> alertmanager) : IDisposable
{
    const int AtOnce = 6;

    readonly SemaphoreSlim _room = new(AtOnce);
    readonly Lock _gate = new();
    Dictionary<string, Task>? _rows;

    /// <summary>The first to ask sets all of them going.</summary>
    public Task EndOfAsync(string name)
    {
        var program = alertmanager();
        lock (_gate)
        {
            _rows ??= FaultTable.Rows.ToDictionary(row => row.Name, row => TellAsync(row, program));
            return _rows[name];
        }
    }

    public void Dispose()
    {
        _room.Dispose();
        GC.SuppressFinalize(this);
    }

    async Task TellAsync(Fault row, string program)
    {
        await _room.WaitAsync();
        try
        {
            await using var story = await Story.BeginAsync(program, row.Configuration);
            await row.HappensAsync(story);
            await story.ChannelIsAsync(row.Messages);
        }
        finally
        {
            _room.Release();
        }
    }
}
