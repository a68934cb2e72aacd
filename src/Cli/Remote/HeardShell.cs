using System.Text;

namespace Benevoclic.Cli.Remote;

/// <summary>
/// A host that has to be heard of: where the network is cut and says nothing, TCP alone would have a command wait for a quarter of an hour.
/// </summary>
sealed class HeardShell : IShell
{
    /// <summary>What is done by then needs no pulse.</summary>
    static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);

    /// <summary>Longer than any server is too busy to answer, and longer than the deploy lock waits, which undoes.</summary>
    static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);

    /// <summary>Nothing is started anew for a beat, so that it is heard as soon as the host hears.</summary>
    static readonly RemoteCommand Echo = new("bash", "-c", "while read -r _; do echo; done");

    readonly IShell _shell;
    readonly TimeProvider _time;
    readonly CancellationTokenSource _end = new();
    readonly CancellationTokenSource _lost = new();
    readonly Task _listening;

    public HeardShell(IShell shell, TimeProvider time)
    {
        (_shell, _time) = (shell, time);
        _listening = ListenAsync();
    }

    public string Host => _shell.Host;

    public int RoundTrips => _shell.RoundTrips;

    public async Task<CommandOutcome> RunAsync(RemoteCommand command, CancellationToken ct)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, _lost.Token);
        try
        {
            return await _shell.RunAsync(command, either.Token);
        }
        catch (OperationCanceledException) when (_lost.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw Lost();
        }
    }

    public async Task<IRemoteProcess> StartAsync(RemoteCommand command, CancellationToken ct) =>
        new HeardProcess(await _shell.StartAsync(command, ct), _lost.Token);

    public ITunnel? Tunnel(int port, Action<string> say) => _shell.Tunnel(port, say);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _listening;
        await _shell.DisposeAsync();
        _end.Dispose();
        _lost.Dispose();
    }

    HostLostException Lost() =>
        new(Host, new TimeoutException($"nothing was heard of it for {Silence.TotalSeconds:0} s"));

    async Task ListenAsync()
    {
        try
        {
            await Task.Delay(Beat, _time, _end.Token);
            await using var echo = await EchoAsync();
            using var answers = new StreamReader(echo.Output, Encoding.UTF8);
            while (await BeatAsync(echo, answers))
            {
                await Task.Delay(Beat, _time, _end.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Nobody needs it any more.
        }
        catch (TimeoutException)
        {
            await _lost.CancelAsync();
        }
        catch (HostLostException)
        {
            // It lets nobody in any more, and what runs there goes on.
        }
    }

    /// <exception cref="HostLostException">It refuses.</exception>
    /// <exception cref="TimeoutException">It does not answer.</exception>
    async Task<IRemoteProcess> EchoAsync()
    {
        var asked = _time.GetTimestamp();
        try
        {
            return await _shell.StartAsync(Echo, CancellationToken.None);
        }
        catch (HostLostException e) when (_time.GetElapsedTime(asked) > Beat)
        {
            throw new TimeoutException(e.Message, e);
        }
    }

    /// <returns>False when the host has ended it: it is there, and what it does to other commands they see themselves.</returns>
    async Task<bool> BeatAsync(IRemoteProcess echo, StreamReader answers)
    {
        try
        {
            await echo.Input.WriteAsync("\n"u8.ToArray(), _end.Token);
            await echo.Input.FlushAsync(_end.Token);
            return await answers.ReadLineAsync(CancellationToken.None).AsTask().WaitAsync(Silence, _time, _end.Token)
                is not null;
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            return false;
        }
    }

    /// <summary>Ends when the host is lost, so that whoever reads what it writes comes to the end.</summary>
    sealed class HeardProcess : IRemoteProcess
    {
        readonly IRemoteProcess _process;
        readonly Lazy<Task> _end;
        readonly CancellationTokenRegistration _loss;

        public HeardProcess(IRemoteProcess process, CancellationToken lost)
        {
            _process = process;
            _end = new(() => process.DisposeAsync().AsTask());
            _loss = lost.Register(() => _ = _end.Value);
        }

        public Stream Input => _process.Input;

        public Stream Output => _process.Output;

        public Stream Error => _process.Error;

        public Task<int> Ended => _process.Ended;

        public async ValueTask DisposeAsync()
        {
            await _loss.DisposeAsync();
            await _end.Value;
        }
    }
}
