using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Proofs;
using Benevoclic.Cli.Remote;
using Benevoclic.Cli.Stack;
using Benevoclic.Cli.Swarm;

namespace Benevoclic.Cli.Alerts;

/// <summary>
/// The ways to the programs that watch: at their ports on this machine, or through the connection to a host, past the proxy and its login.
/// </summary>
sealed class Monitoring : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly Dictionary<string, Uri> _doors = [];
    readonly List<IDisposable> _tunnels = [];
    readonly Checkout _checkout;

    Monitoring(Checkout checkout, HostSession? host) => (_checkout, Host) = (checkout, host);

    /// <summary>Null when it is this machine's local run.</summary>
    public HostSession? Host { get; }

    public string Place => Host?.Shell.Host ?? "this machine";

    // No proxy: a variable HTTP_PROXY is meant for the world and not for these.
    public HttpClient Http { get; } = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = Patience };

    public Service Prometheus => Having(ActiveKind.Prometheus);

    public Service Alertmanager => Having(ActiveKind.Alertmanager);

    public Service Relay => _checkout.Stack.At(AlertPathEnd.Exit) ?? throw Missing("alert_path: exit");

    /// <param name="session">Where we are.</param>
    /// <param name="isHost">On a host, and not here.</param>
    /// <param name="named">What <c>--host</c> says.</param>
    /// <param name="ct">Ends the attempt.</param>
    /// <param name="notOnSwarm">Why what is wanted is not there on a swarm; null when it is.</param>
    /// <exception cref="CommandException">The host cannot be reached, or what is wanted is not there on a swarm.</exception>
    public static async Task<Monitoring> OpenAsync(
        Session session,
        bool isHost,
        string? named,
        CancellationToken ct,
        NotOnSwarm? notOnSwarm = null
    )
    {
        var checkout = Checkout.Load(session.Root);
        return new Monitoring(checkout, isHost ? await HostSession.OpenAsync(checkout, named, ct, notOnSwarm) : null);
    }

    /// <exception cref="CommandException">It does not run there.</exception>
    public async Task<Uri> DoorOfAsync(Service service, CancellationToken ct)
    {
        if (!_doors.TryGetValue(service.Name, out var door))
        {
            door = Host is null ? new Uri(_checkout.ProbeAddressOf(service)) : await ThroughAsync(Host, service, ct);
            _doors[service.Name] = door;
        }
        return door;
    }

    /// <exception cref="CommandException">It does not answer, or not well.</exception>
    public async Task<T> GetAsync<T>(Service service, string path, JsonTypeInfo<T> type, CancellationToken ct)
    {
        var door = new Uri(await DoorOfAsync(service, ct), path);
        return await TryAsync(service, async () => (await Http.GetFromJsonAsync(door, type, ct))!, ct);
    }

    /// <exception cref="CommandException">It does not answer, or refuses; the message holds its words.</exception>
    public async Task<string> SendAsync(
        Service service,
        HttpMethod method,
        string path,
        string? json,
        CancellationToken ct
    )
    {
        var door = new Uri(await DoorOfAsync(service, ct), path);
        return await TryAsync(
            service,
            async () =>
            {
                using var request = new HttpRequestMessage(method, door);
                request.Content = json is null ? null : new StringContent(json, null, "application/json");
                using var answer = await Http.SendAsync(request, ct);
                var words = await answer.Content.ReadAsStringAsync(ct);
                return answer.IsSuccessStatusCode ? words : throw Refused(service, words);
            },
            ct
        );
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _tunnels.ForEach(tunnel => tunnel.Dispose());
        if (Host is not null)
        {
            await Host.DisposeAsync();
        }
    }

    async Task<Uri> ThroughAsync(HostSession host, Service service, CancellationToken ct)
    {
        var outcome = await host.Shell.RunAsync(Script.Run("address", host.Folder.Path, service.Name), ct);
        var address = outcome.Output.Split('\n')[0].Split('\t') is ["address", { Length: > 0 } found]
            ? found
            : throw host.NotHere(service);
        if (host.Shell.Tunnel(0, _ => { }) is not { } tunnel)
        {
            return new Uri($"http://{address}:{service.Port}");
        }
        _tunnels.Add(tunnel);
        return new Uri($"http://127.0.0.1:{tunnel.LeadTo(address, service.Port)}");
    }

    async Task<T> TryAsync<T>(Service service, Func<Task<T>> ask, CancellationToken ct)
    {
        try
        {
            return await ask();
        }
        catch (Exception e)
            when (e is HttpRequestException or JsonException
                || (e is OperationCanceledException && !ct.IsCancellationRequested)
            )
        {
            var words = e is OperationCanceledException ? $"no answer in {Patience.TotalSeconds:0} s" : e.Message;
            throw new CommandException(
                ExitCode.Failed,
                $"{service.Name} of {Place} does not answer: {words}",
                Host is null
                    ? $"Type: ./benevoclic start {service.Name}, or ./benevoclic up when nothing runs"
                    : $"Look with: ./benevoclic logs {service.Name} --host"
            );
        }
    }

    CommandException Refused(Service service, string words) =>
        new(ExitCode.Failed, $"{service.Name} of {Place} refuses: {words.Trim()}");

    Service Having(ActiveKind kind) =>
        _checkout.Stack.Services.FirstOrDefault(service => service.Active?.Kind == kind)
        ?? throw Missing($"active: {kind.ToString().ToLowerInvariant()}");

    static CommandException Missing(string key) =>
        new(
            ExitCode.Usage,
            $"No service of stack/ says `{key}`, so nobody can be asked. docs/decisions/0002 describes it."
        );
}
