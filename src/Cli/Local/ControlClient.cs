using System.Net.Sockets;
using System.Text.Json;

namespace Benevoclic.Cli.Local;

/// <summary>Talks to the run that <c>up</c> started.</summary>
sealed class ControlClient(StateFolder state)
{
    /// <exception cref="CommandException">The run answered that it could not; or nothing runs.</exception>
    public async Task<RunReport> AskAsync(ControlRequest request, CancellationToken ct)
    {
        var reply = await TryAskAsync(request, ct) ?? throw NothingRuns();
        return reply.Error is null
            ? reply.Report!
            : throw new CommandException(reply.Failure ?? ExitCode.Failed, reply.Error, reply.Next);
    }

    /// <returns>Null when nothing listens.</returns>
    public async Task<ControlReply?> TryAskAsync(ControlRequest request, CancellationToken ct)
    {
        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(state.Socket), ct);
            await using var stream = new NetworkStream(socket);
            await stream.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(request, CliJson.Default.ControlRequest), ct);
            await stream.WriteAsync("\n"u8.ToArray(), ct);
            return await JsonSerializer.DeserializeAsync(stream, CliJson.Default.ControlReply, ct);
        }
        catch (Exception e) when (e is SocketException or IOException or JsonException)
        {
            return null;
        }
    }

    public static CommandException NothingRuns() =>
        new(ExitCode.Failed, "Benevoclic is not running here.", "Type: ./benevoclic up");
}
