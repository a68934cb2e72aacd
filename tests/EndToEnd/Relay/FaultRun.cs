using Benevoclic.EndToEnd.Relay.Faults;

namespace Benevoclic.EndToEnd.Relay;

/// <summary>
/// Every row of the fault table against every Alertmanager, many at a time: each has its own programs and ports, and nearly all of its
/// time is waiting, for a tick of Alertmanager or to see that nothing more comes.
/// </summary>
public sealed class FaultRun : IDisposable
{
    /// <summary>Each is a relay and an Alertmanager, which take 150 MB together.</summary>
    const int AtOnce = 20;

    readonly SemaphoreSlim _room = new(AtOnce);
    readonly Dictionary<(string Suite, string Fault), Task> _rows = [];
    readonly Lock _gate = new();

    public Task EndOfAsync(string suite, string fault)
    {
        lock (_gate)
        {
            if (_rows.Count == 0)
            {
                BeginAll();
            }
            return _rows[(suite, fault)];
        }
    }

    public void Dispose() => _room.Dispose();

    void BeginAll()
    {
        foreach (var row in FaultTable.Rows.OrderByDescending(row => row.IsLong))
        {
            foreach (var suite in Programs.Suites)
            {
                _rows[(suite, row.Name)] = TellAsync(row, suite);
            }
        }
    }

    async Task TellAsync(Fault row, string suite)
    {
        await _room.WaitAsync();
        try
        {
            await using var story = await Story.BeginAsync(Programs.AlertmanagerOf(suite), row);
            await row.HappensAsync(story);
            await row.EndsAsync(story);
        }
        finally
        {
            _room.Release();
        }
    }
}
