using System.Text;
using System.Text.Json;
using Benevoclic.Cli.Remote;

namespace Benevoclic.Cli.Deploying;

/// <summary>
/// The deploy lock of a host, held by a process there that hears us breathe. When we die it is free at once; when we freeze, after
/// eight seconds.
/// </summary>
sealed class DeployLock : IAsyncDisposable
{
    static readonly TimeSpan Breath = TimeSpan.FromSeconds(2);
    static readonly TimeSpan Silence = TimeSpan.FromSeconds(8);
    const int HeldByAnother = 75;

    readonly IRemoteProcess _process;
    readonly CancellationTokenSource _end = new();
    readonly StreamReader _answers;
    readonly Task _breathing;
    readonly Task _listening;

    DeployLock(IRemoteProcess process, StreamReader answers)
    {
        (_process, _answers) = (process, answers);
        _breathing = BreatheAsync();
        _listening = ListenAsync();
    }

    /// <summary>Cancelled when the lock is lost: the host undoes then, and we must not go on.</summary>
    public CancellationToken Lost => _lost.Token;

    readonly CancellationTokenSource _lost = new();

    /// <param name="shell">The host.</param>
    /// <param name="folder">Our folder there.</param>
    /// <param name="holder">Who we are.</param>
    /// <param name="wait">How long to wait for another deploy to end.</param>
    /// <param name="ct">Ends the attempt.</param>
    /// <exception cref="CommandException">Another deploy has it; the message names it. Exit code 3.</exception>
    public static async Task<DeployLock> TakeAsync(
        IShell shell,
        HostFolder folder,
        LockHolder holder,
        TimeSpan wait,
        CancellationToken ct
    )
    {
        var words = JsonSerializer.Serialize(holder, DeployJson.Default.LockHolder);
        var command = Script.Run("lock", folder.Path, words, $"{wait.TotalSeconds:0}");
        // Not the caller's token: who breaks a deploy off still has to undo it, and needs the lock for that.
        var process = await shell.StartAsync(command, CancellationToken.None);
        try
        {
            await process.Input.WriteAsync(command.Input, ct);
            await process.Input.FlushAsync(ct);
            var reader = new StreamReader(process.Output, Encoding.UTF8);
            return await reader.ReadLineAsync(ct) is not "locked" and var line
                ? throw await RefusedAsync(shell, process, line)
                : new DeployLock(process, reader);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_breathing, _listening);
        await _process.DisposeAsync();
        _answers.Dispose();
        _end.Dispose();
        _lost.Dispose();
    }

    static async Task<CommandException> RefusedAsync(IShell shell, IRemoteProcess process, string? line) =>
        await process.Ended == HeldByAnother
            ? Held(shell, line)
            : new CommandException(ExitCode.Failed, $"The lock of {shell.Host} cannot be taken: {line}");

    static CommandException Held(IShell shell, string? line)
    {
        var holder = line is null ? null : LockHolder.Parse(line);
        return new CommandException(
            ExitCode.Locked,
            holder is null
                ? $"Another deploy is at work on {shell.Host}."
                : $"Another deploy is at work on {shell.Host}: {holder.Act}",
            "Wait for it to end, or look at it with: ./benevoclic journal"
        );
    }

    async Task BreatheAsync()
    {
        try
        {
            while (true)
            {
                await _process.Input.WriteAsync("\n"u8.ToArray(), _end.Token);
                await _process.Input.FlushAsync(_end.Token);
                await Task.Delay(Breath, _end.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // We give it back.
        }
        catch (Exception)
        {
            await _lost.CancelAsync();
        }
    }

    /// <summary>
    /// Each breath is answered. Silence means that the network is cut, or that we were frozen: either way the host goes on without us.
    /// </summary>
    async Task ListenAsync()
    {
        try
        {
            while (await _answers.ReadLineAsync().WaitAsync(Silence, _end.Token) is not null)
            {
                // Another one follows.
            }
            await _lost.CancelAsync();
        }
        catch (OperationCanceledException)
        {
            // We give it back.
        }
        catch (Exception)
        {
            await _lost.CancelAsync();
        }
    }
}
