using System.Net.Sockets;
using System.Text.Json;

namespace Benevoclic.Cli.Local;

/// <summary>Lets other commands talk to the run, over a Unix socket that only its owner may open.</summary>
sealed class ControlServer : IDisposable
{
    static readonly Dictionary<string, string> NoVariables = [];

    readonly Socket _socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    readonly string _path;
    readonly Supervisor _supervisor;
    readonly Func<Task<IReadOnlyList<CommandException>>> _tried;
    readonly Func<Task> _down;

    /// <param name="state">Says where the socket is.</param>
    /// <param name="supervisor">Does what is asked.</param>
    /// <param name="tried">Completes when every service has been tried, with what went wrong.</param>
    /// <param name="down">Ends the run; completes when everything has stopped.</param>
    public ControlServer(
        StateFolder state,
        Supervisor supervisor,
        Func<Task<IReadOnlyList<CommandException>>> tried,
        Func<Task> down
    )
    {
        (_path, _supervisor, _tried, _down) = (state.Socket, supervisor, tried, down);
        // A leftover of a run that was killed: we hold the lock, so nobody listens there.
        File.Delete(_path);
        _socket.Bind(new UnixDomainSocketEndPoint(_path));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
        _socket.Listen();
        _ = AcceptAsync();
    }

    public void Dispose()
    {
        _socket.Dispose();
        File.Delete(_path);
    }

    async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _socket.AcceptAsync());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Closed: the run is over.
        }
    }

    async Task ServeAsync(Socket socket)
    {
        try
        {
            await using var stream = new NetworkStream(socket, ownsSocket: true);
            using var reader = new StreamReader(stream);
            var request = JsonSerializer.Deserialize(
                await reader.ReadLineAsync() ?? "",
                CliJson.Default.ControlRequest
            )!;
            await JsonSerializer.SerializeAsync(stream, await ReplyAsync(request), CliJson.Default.ControlReply);
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            // The other side went away, or is not one of our commands.
        }
    }

    async Task<ControlReply> ReplyAsync(ControlRequest request)
    {
        try
        {
            var failures = request.Verb == ControlVerb.Tried ? await _tried() : [];
            await DoAsync(request);
            return new ControlReply(_supervisor.Report, [.. failures.Select(ControlFailure.Of)]);
        }
        catch (CommandException e)
        {
            return ControlReply.Of(e);
        }
        catch (OperationCanceledException)
        {
            return ControlReply.Of(new CommandException(ExitCode.Interrupted, "The run was stopped meanwhile."));
        }
        catch (Exception e)
        {
            // A bug, but no reason to let the other side believe that nothing runs.
            return ControlReply.Of(new CommandException(ExitCode.Failed, $"The run failed at this: {e}"));
        }
    }

    Task DoAsync(ControlRequest request) =>
        request.Verb switch
        {
            ControlVerb.Start => _supervisor.StartAsync(request.Service!, CancellationToken.None),
            ControlVerb.Stop => _supervisor.StopAsync(request.Service!),
            ControlVerb.Restart => _supervisor.RestartAsync(
                request.Service!,
                request.Environment ?? NoVariables,
                CancellationToken.None
            ),
            ControlVerb.Down => _down(),
            _ => Task.CompletedTask,
        };
}
