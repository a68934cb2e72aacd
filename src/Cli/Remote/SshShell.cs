using System.Net.Sockets;
using System.Text;
using Renci.SshNet;
using Renci.SshNet.Common;

namespace Benevoclic.Cli.Remote;

/// <summary>A host over SSH: one connection, a channel for each command. The only class that knows SSH.NET.</summary>
sealed class SshShell : IShell
{
    static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(10);
    static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(5);

    readonly SshClient _client;
    int _roundTrips;

    SshShell(SshClient client, HostAddress address) => (_client, Host) = (client, address.ToString());

    public string Host { get; }

    public int RoundTrips => _roundTrips;

    /// <param name="address">The host; its fingerprint decides unless it is null.</param>
    /// <param name="isTrusted">Asked about the fingerprint found when none is expected.</param>
    /// <param name="ct">Ends the attempt.</param>
    /// <exception cref="CommandException">It cannot be reached, its key is another one, or it does not take ours.</exception>
    public static async Task<SshShell> ConnectAsync(
        HostAddress address,
        Func<string, bool> isTrusted,
        CancellationToken ct
    )
    {
        var found = "";
        var client = new SshClient(Connection(address)) { KeepAliveInterval = KeepAlive };
        client.HostKeyReceived += (_, key) =>
        {
            found = HostKey.Fingerprint(key.FingerPrintSHA256);
            key.CanTrust = address.Fingerprint is { } expected ? HostKey.Same(expected, found) : isTrusted(found);
        };
        try
        {
            await client.ConnectAsync(ct);
            return new SshShell(client, address);
        }
        catch (Exception e) when (e is SshException or SocketException)
        {
            client.Dispose();
            throw Refused(address, found, e);
        }
    }

    public async Task<CommandOutcome> RunAsync(RemoteCommand command, CancellationToken ct)
    {
        // sshd hangs up on an end of input for a channel that it has closed (channels.c: "nonexistent channel"), and SSH.NET may be sending
        // it just then: a script that ends early would cost the connection.
        await using var process = (SshProcess)await StartAsync(command.Input.IsEmpty ? command : command.Patient(), ct);
        try
        {
            var output = ReadAsync(process.Output, ct);
            var error = ReadAsync(process.Error, ct);
            await WriteAsync(process.Input, command.Input, ct);
            return new CommandOutcome(await process.Ended, await output, await error);
        }
        catch (Exception e) when (IsLost(e))
        {
            throw new HostLostException(Host, e);
        }
    }

    public Task<IRemoteProcess> StartAsync(RemoteCommand command, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        Interlocked.Increment(ref _roundTrips);
        try
        {
            return Task.FromResult<IRemoteProcess>(new SshProcess(_client.CreateCommand(command.ToString()), ct));
        }
        catch (InvalidOperationException) when (ct.IsCancellationRequested)
        {
            // Cancelled in this very moment: SSH.NET has ended the command before it had an input.
            throw new OperationCanceledException(ct);
        }
        catch (Exception e) when (IsLost(e))
        {
            throw new HostLostException(Host, e);
        }
    }

    public ITunnel? Tunnel(int port, Action<string> say) => new SshTunnel(_client, (uint)port, say);

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    static ConnectionInfo Connection(HostAddress address)
    {
        try
        {
            using var text = new MemoryStream(
                Encoding.UTF8.GetBytes(address.Key.Value.ReplaceLineEndings("\n").TrimEnd() + "\n")
            );
            var key = new PrivateKeyAuthenticationMethod(address.User, new PrivateKeyFile(text));
            return new ConnectionInfo(address.Name, address.Port, address.User, key) { Timeout = ConnectLimit };
        }
        catch (Exception e) when (e is SshException or FormatException)
        {
            throw new CommandException(
                ExitCode.Usage,
                $"The SSH key for {address} cannot be read: {e.Message}",
                "OVH_SSH_KEY holds an unencrypted private key, or the path of one (-----BEGIN … PRIVATE KEY-----)."
            );
        }
    }

    static CommandException Refused(HostAddress address, string found, Exception e) =>
        e switch
        {
            SshAuthenticationException => new(
                ExitCode.Failed,
                $"{address.Name} does not accept our key for the user {address.User}.",
                $"Add its public half to ~{address.User}/.ssh/authorized_keys there, or correct VPS_USERNAME or OVH_SSH_KEY."
            ),
            _ when found.Length > 0 && address.Fingerprint is { } expected && !HostKey.Same(expected, found) => new(
                ExitCode.Failed,
                $"{address.Name} shows the host key {found}, expected {expected}. Either the server was reinstalled, or somebody stands between.",
                "Compare with `ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub` on the server's console; only then correct VPS_HOST_KEY."
            ),
            _ when found.Length > 0 && address.Fingerprint is null => new(
                ExitCode.Failed,
                $"{address.Name} shows the host key {found}, which nobody has confirmed.",
                $"Compare it on the server's console, then set VPS_HOST_KEY={found} (or host.key in benevoclic.yaml)."
            ),
            _ => new(
                ExitCode.Failed,
                $"{address.Name} cannot be reached by SSH on port {address.Port}: {e.Message}",
                "Check VPS_HOST and VPS_PORT, and that the server is up and lets this machine in."
            ),
        };

    static bool IsLost(Exception e) => e is SshException or SocketException or IOException or ObjectDisposedException;

    static async Task<string> ReadAsync(Stream stream, CancellationToken ct)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(ct);
    }

    static async Task WriteAsync(Stream input, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        try
        {
            if (!bytes.IsEmpty)
            {
                await input.WriteAsync(bytes, ct);
            }
            // Closing sends the end of input, which a script on standard input waits for.
            await input.DisposeAsync();
        }
        catch (Exception e) when (e is SshException or ObjectDisposedException or IOException)
        {
            // It ended before it was told its input, or the connection did; how it ended says the rest.
        }
    }

    sealed class SshTunnel(SshClient client, uint port, Action<string> say) : ITunnel
    {
        ForwardedPortLocal? _forward;
        uint _port = port;
        string _told = "";

        public int LeadTo(string address, int port)
        {
            Dispose();
            var forward = new ForwardedPortLocal("127.0.0.1", _port, address, (uint)port);
            forward.Exception += (_, failure) => Tell(failure.Exception);
            client.AddForwardedPort(forward);
            _forward = forward;
            forward.Start();
            return (int)(_port = forward.BoundPort);
        }

        public void Dispose()
        {
            if (_forward is { } forward)
            {
                _forward = null;
                // Disposed first: removing it would wait for the connections that are open.
                forward.Dispose();
                client.RemoveForwardedPort(forward);
            }
        }

        /// <summary>A browser tries many times; a person reads it once.</summary>
        void Tell(Exception e)
        {
            if (_told != e.Message)
            {
                _told = e.Message;
                say($"A connection could not go through: {e.Message}");
            }
        }
    }

    sealed class SshProcess : IRemoteProcess
    {
        readonly SshCommand _command;
        readonly CancellationTokenSource _cancel;

        public SshProcess(SshCommand command, CancellationToken ct)
        {
            _command = command;
            _cancel = CancellationTokenSource.CreateLinkedTokenSource(ct);
            Ended = EndAsync(command.ExecuteAsync(_cancel.Token));
            Input = command.CreateInputStream();
        }

        public Stream Input { get; }

        public Stream Output => _command.OutputStream;

        public Stream Error => _command.ExtendedOutputStream;

        public Task<int> Ended { get; }

        public async ValueTask DisposeAsync()
        {
            await _cancel.CancelAsync();
            _command.Dispose();
            _cancel.Dispose();
        }

        async Task<int> EndAsync(Task execution)
        {
            await execution;
            return _command.ExitStatus ?? 255;
        }
    }
}
