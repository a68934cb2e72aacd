namespace Benevoclic.Cli.Remote;

/// <summary>Runs commands on a host: over SSH, or on this machine.</summary>
interface IShell : IAsyncDisposable
{
    /// <summary>The host in words, such as <c>deploy@vps.example.org</c>.</summary>
    string Host { get; }

    /// <summary>How many commands were run: each is one round trip.</summary>
    int RoundTrips { get; }

    /// <exception cref="HostLostException">The connection broke: what became of the command is not known.</exception>
    Task<CommandOutcome> RunAsync(RemoteCommand command, CancellationToken ct);

    /// <summary>Starts a command whose input and output stay open.</summary>
    /// <exception cref="HostLostException">The connection broke.</exception>
    Task<IRemoteProcess> StartAsync(RemoteCommand command, CancellationToken ct);

    /// <summary>A way to what only the host sees.</summary>
    /// <param name="port">The port of this machine; 0 for a free one.</param>
    /// <param name="say">Hears why a connection could not go through.</param>
    /// <returns>Null when the host is this machine, which sees it without us.</returns>
    ITunnel? Tunnel(int port, Action<string> say);
}
