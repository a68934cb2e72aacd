using System.Net.Sockets;
using System.Text.Json;

namespace Benevoclic.Cli.Local;

/// <summary>Talks to the run that <c>up</c> started.</summary>
sealed class ControlClient(StateFolder state)
{
    /// <summary>A run answers at once; only a frozen one (Ctrl-Z, a debugger) does not.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <exception cref="CommandException">The run answered that it could not; or nothing runs; or it does not answer.</exception>
    public async Task<RunReport> AskAsync(ControlRequest request, CancellationToken ct)
    {
        _ = await StatusAsync(ct) ?? throw NothingRuns();
        var reply = await TryAskAsync(request, ct) ?? throw NothingRuns();
        return reply.Failures is [var first, ..] ? throw first.ToException() : reply.Report!;
    }

    /// <returns>Null when nothing runs.</returns>
    /// <exception cref="CommandException">It does not answer.</exception>
    public async Task<RunReport?> StatusAsync(CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            return (await TryAskAsync(new ControlRequest(ControlVerb.Status), patience.Token))?.Report;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new CommandException(
                ExitCode.Failed,
                $"Benevoclic is up here, but did not answer within {Patience.TotalSeconds:0} s.",
                "Type: ./benevoclic down, which ends it in any case"
            );
        }
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

    static CommandException NothingRuns() =>
        new(ExitCode.Failed, "Benevoclic is not running here.", "Type: ./benevoclic up");
}
