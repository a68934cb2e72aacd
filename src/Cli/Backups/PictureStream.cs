using System.Text;
using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Remote;

namespace Benevoclic.Cli.Backups;

/// <summary>
/// The archive as the host sends it. Our SSH library takes into memory whatever comes, so the host is told how much it may send. It
/// ends only when the host has sent all of it and says that it is of one moment; otherwise reading fails, and nothing is kept.
/// </summary>
sealed class PictureStream : ReadOnlyStream
{
    /// <summary>What the host sends for each line; the same number is in stream.sh.</summary>
    const long Piece = 4L << 20;

    /// <summary>Pieces that may be on their way.</summary>
    const int Ahead = 4;

    readonly HostSession _host;
    readonly string _act;
    readonly IRemoteProcess _process;
    readonly SemaphoreSlim _writing = new(1);
    readonly Task _hearing;
    long _read;
    long _asked;
    bool _ended;

    PictureStream(HostSession host, string act, IRemoteProcess process)
    {
        (_host, _act, _process) = (host, act, process);
        _hearing = HearAsync();
    }

    /// <param name="host">The host.</param>
    /// <param name="act">Whose picture.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="HostLostException">The connection broke.</exception>
    public static async Task<PictureStream> OpenAsync(HostSession host, string act, CancellationToken ct)
    {
        var command = Script.Run("stream", host.Folder.Path, act);
        var process = await host.Shell.StartAsync(command, ct);
        await process.Input.WriteAsync(command.Input, ct);
        return new PictureStream(host, act, process);
    }

    /// <exception cref="CommandException">What was sent is not whole.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken ct = default)
    {
        if (_ended || buffer.IsEmpty)
        {
            return 0;
        }
        await AskAsync(ct);
        // A read does not hear a token.
        var count = await _process.Output.ReadAsync(buffer, CancellationToken.None).AsTask().WaitAsync(ct);
        _read += count;
        if (count == 0)
        {
            await EndAsync(ct);
        }
        return count;
    }

    public override async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        await _hearing;
        _writing.Dispose();
        await base.DisposeAsync();
    }

    /// <summary>When it says that it has sent all, it is told to end, and nothing more.</summary>
    async Task HearAsync()
    {
        try
        {
            using var words = new StreamReader(_process.Error, Encoding.UTF8, leaveOpen: true);
            while (await words.ReadLineAsync() is { } line)
            {
                if (line == "sent")
                {
                    await WriteAsync("end\n", long.MaxValue, CancellationToken.None);
                }
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The connection broke, or we end it: reading the archive says so.
        }
    }

    async Task AskAsync(CancellationToken ct)
    {
        var wanted = _read + Ahead * Piece;
        var pieces = (wanted - _asked + Piece - 1) / Piece;
        if (pieces > 0)
        {
            await WriteAsync(new string('\n', (int)pieces), _asked + pieces * Piece, ct);
        }
    }

    async Task WriteAsync(string lines, long asked, CancellationToken ct)
    {
        await _writing.WaitAsync(ct);
        try
        {
            if (_asked < asked)
            {
                _asked = asked;
                await _process.Input.WriteAsync(Encoding.UTF8.GetBytes(lines), ct);
                await _process.Input.FlushAsync(ct);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // It has failed: the end of its output follows.
            _asked = long.MaxValue;
        }
        finally
        {
            _writing.Release();
        }
    }

    async Task EndAsync(CancellationToken ct)
    {
        _ended = true;
        var code = await _process.Ended.WaitAsync(ct);
        var seal = await _host.Shell.RunAsync(Script.Run("seal", _host.Folder.Path, _act), ct);
        if (code != 0 || !seal.Succeeded)
        {
            throw new CommandException(
                ExitCode.Failed,
                $"Nothing was saved: {_host.Shell.Host} says, with exit code {code}:\n{seal.LastWords()}",
                "Type the same again."
            );
        }
    }
}
