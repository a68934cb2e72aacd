using System.Text;
using System.Threading.Channels;
using Benevoclic.Cli.Remote;

namespace Benevoclic.Cli.Deploying.Receipts;

/// <summary>
/// Asks the public route while deploys are at work, as a user would, from the host itself: what is between it and its users is not
/// what a deploy changes. It only looks on: when it breaks, receipts say less, and the deploy goes on.
/// </summary>
sealed class Prober : IAsyncDisposable
{
    static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(30);

    readonly IRemoteProcess _process;
    readonly TimeProvider _time;
    readonly Channel<ProberMark> _marks = Channel.CreateUnbounded<ProberMark>();
    readonly List<ProbeAnswer> _probes = [];
    readonly Lock _gate = new();
    readonly Task _listening;
    int _asked;

    Prober(IRemoteProcess process, TimeProvider time)
    {
        (_process, _time) = (process, time);
        _listening = ListenAsync();
    }

    /// <param name="shell">The host.</param>
    /// <param name="folder">Our folder there.</param>
    /// <param name="port">The public port.</param>
    /// <param name="path">What to ask for.</param>
    /// <param name="time">The clock.</param>
    /// <param name="ct">Ends it.</param>
    public static async Task<Prober> StartAsync(
        IShell shell,
        HostFolder folder,
        int port,
        string path,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var command = Script.Run("probe", folder.Path, $"{port}", path);
        var process = await shell.StartAsync(command, ct);
        await process.Input.WriteAsync(command.Input, ct);
        await process.Input.FlushAsync(ct);
        return new Prober(process, time);
    }

    /// <summary>How far we are: what is seen after it belongs to what follows.</summary>
    public async Task<ProberMark> MarkAsync()
    {
        try
        {
            var name = $"{++_asked}";
            await _process.Input.WriteAsync(Encoding.UTF8.GetBytes($"{name}\n"));
            await _process.Input.FlushAsync();
            using var limit = new CancellationTokenSource(AnswerLimit, _time);
            return await AnswerAsync(name, limit.Token);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            lock (_gate)
            {
                return new ProberMark(_probes.Count, null);
            }
        }
    }

    /// <summary>What was seen between two marks.</summary>
    public IReadOnlyList<ProbeAnswer> Between(ProberMark from, ProberMark to)
    {
        lock (_gate)
        {
            return _probes.GetRange(from.Probes, to.Probes - from.Probes);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        await _listening;
    }

    /// <summary>One that came too late for the mark before is passed over.</summary>
    async Task<ProberMark> AnswerAsync(string name, CancellationToken ct)
    {
        await foreach (var mark in _marks.Reader.ReadAllAsync(ct))
        {
            if (mark.Count!.Mark == name)
            {
                return mark;
            }
        }
        throw new EndOfStreamException();
    }

    async Task ListenAsync()
    {
        try
        {
            using var answers = new StreamReader(_process.Output, Encoding.UTF8, leaveOpen: true);
            while (await answers.ReadLineAsync() is { } line)
            {
                Hear(line);
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The connection broke, or we end it: there is nothing more to hear.
        }
        _marks.Writer.Complete();
    }

    void Hear(string line)
    {
        lock (_gate)
        {
            if (ProbeAnswer.Parse(line) is { } probe)
            {
                _probes.Add(probe);
            }
            else if (ProxyCount.Parse(line) is { } count)
            {
                _marks.Writer.TryWrite(new ProberMark(_probes.Count, count));
            }
        }
    }
}
