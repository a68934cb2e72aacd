using System.Collections.Immutable;
using System.Threading.Channels;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Local;

/// <summary>Looks after all services of a local run.</summary>
sealed class Supervisor : IDisposable
{
    readonly Func<Checkout> _load;
    readonly StateFolder _state;
    readonly TimeProvider _time;
    readonly Spawner _spawner = new();
    readonly HttpClient _http = new(
        // No proxy: a variable HTTP_PROXY is meant for the world and not for this machine.
        new SocketsHttpHandler { UseProxy = false, PooledConnectionIdleTimeout = TimeSpan.FromSeconds(5) }
    );
    readonly Lock _adding = new();
    ImmutableList<RunningService> _services = [];
    readonly Channel<RunEvent> _events = Channel.CreateUnbounded<RunEvent>();
    readonly CancellationTokenSource _stopping = new();
    readonly DateTimeOffset _since;

    /// <param name="load">Reads the checkout again at every start, so that a restart takes up what was edited.</param>
    /// <param name="state">Where logs, data and files are kept.</param>
    /// <param name="time">The clock.</param>
    public Supervisor(Func<Checkout> load, StateFolder state, TimeProvider time)
    {
        (_load, _state, _time, _since) = (load, state, time, time.GetUtcNow());
        var checkout = load();
        foreach (var service in checkout.Stack.Services)
        {
            var running = GetOrAdd(service);
            var why = Launch.WhyNot(service);
            running.Enter(
                why is null ? ServiceState.Waiting : ServiceState.Unavailable,
                why,
                checkout.AddressOf(service)
            );
        }
    }

    /// <summary>What happens, as it happens; ends when everything has been stopped.</summary>
    public ChannelReader<RunEvent> Events => _events.Reader;

    public RunReport Report =>
        RunReport.Of(_since, Environment.ProcessId, [.. _services.Select(service => service.Status)]);

    /// <summary>
    /// Starts everything that can run here, each service when those before it are healthy, or when it is known that they will not be:
    /// who looks for what is broken needs the others most of all.
    /// </summary>
    /// <returns>What went wrong, service by service; the others run.</returns>
    public async Task<IReadOnlyList<CommandException>> StartAllAsync(CancellationToken ct)
    {
        var checkout = _load();
        var outcomes = new Dictionary<string, Task<CommandException?>>();
        foreach (var service in checkout.Stack.Services)
        {
            var before = service.After.Select(name => outcomes[name]).ToList();
            outcomes[service.Name] = StartAfterAsync(service, before, checkout, ct);
        }
        return [.. (await Task.WhenAll(outcomes.Values)).OfType<CommandException>()];
    }

    /// <exception cref="CommandException">It is unknown, cannot run here, or does not become healthy.</exception>
    public Task StartAsync(string name, CancellationToken ct)
    {
        var checkout = _load();
        return StartAsync(checkout.Stack.Find(name), checkout, ct);
    }

    /// <exception cref="CommandException">It is unknown.</exception>
    public Task StopAsync(string name) =>
        (Find(name) ?? throw ServiceStack.Unknown(name, [.. _services.Select(service => service.Name)])).StopAsync();

    /// <exception cref="CommandException">As for a start; the old process still runs when a definition is wrong.</exception>
    /// <param name="name">Which.</param>
    /// <param name="environment">Laid over ours, until its next start.</param>
    /// <param name="ct">Ends it.</param>
    public async Task RestartAsync(string name, IReadOnlyDictionary<string, string> environment, CancellationToken ct)
    {
        var checkout = _load();
        var service = checkout.Stack.Find(name);
        await GetOrAdd(service).StopAsync();
        await StartAsync(service, checkout, ct, environment);
    }

    /// <summary>Stops everything, last started first.</summary>
    public async Task StopAllAsync()
    {
        await _stopping.CancelAsync();
        foreach (var service in _services.Reverse())
        {
            await service.StopAsync();
        }
        _events.Writer.TryComplete();
    }

    /// <summary>For a person who will not wait: every process ends now.</summary>
    public void KillAll()
    {
        foreach (var service in _services)
        {
            service.Kill();
        }
    }

    public void Dispose()
    {
        foreach (var service in _services)
        {
            service.Dispose();
        }
        _http.Dispose();
        _stopping.Dispose();
    }

    async Task<CommandException?> StartAfterAsync(
        Service service,
        IEnumerable<Task<CommandException?>> before,
        Checkout checkout,
        CancellationToken ct
    )
    {
        await Task.WhenAll(before);
        var running = GetOrAdd(service);
        if (running.Status.State == ServiceState.Unavailable)
        {
            return null;
        }
        try
        {
            await StartAsync(service, checkout, ct);
            return null;
        }
        catch (CommandException e)
        {
            return e;
        }
    }

    async Task StartAsync(
        Service service,
        Checkout checkout,
        CancellationToken ct,
        IReadOnlyDictionary<string, string>? environment = null
    )
    {
        if (Launch.WhyNot(service) is { } why)
        {
            throw new CommandException(ExitCode.Failed, $"{service.Name} cannot run here: {why}");
        }
        var variables = new Dictionary<string, string>(Checkout.ProcessEnvironment);
        foreach (var (variable, value) in environment ?? new Dictionary<string, string>())
        {
            variables[variable] = value;
        }
        var launch = new Launch(checkout, _state, variables);
        var probe = new Probe(_http, checkout.ProbeAddressOf(service), service.Probe);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, _stopping.Token);
        await GetOrAdd(service).StartAsync(service, PrepareAsync, probe, checkout.AddressOf(service), either.Token);

        async Task<LocalProcess> PrepareAsync(CancellationToken token)
        {
            await TakenPorts.RefuseAsync([service], checkout.Installation, _time, token);
            return await launch.PrepareAsync(service, token);
        }
    }

    RunningService? Find(string name) => _services.Find(service => service.Name == name);

    /// <summary>A folder may have come since `up` began.</summary>
    RunningService GetOrAdd(Service service)
    {
        lock (_adding)
        {
            if (Find(service.Name) is { } known)
            {
                return known;
            }
            var added = new RunningService(service.Name, _state, _spawner, _time, Say);
            _services = _services.Add(added);
            if (service.Events is { } path)
            {
                var events = new EventStream(_http, path, () => added.Status, _time);
                _ = events.ReadAsync(line => Say(service.Name, line, Tone.Plain), _stopping.Token);
            }
            return added;
        }
    }

    void Say(string service, string text, Tone tone) =>
        _events.Writer.TryWrite(new RunEvent(_time.GetUtcNow(), service, text, tone));
}
