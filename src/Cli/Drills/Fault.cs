using System.Text;
using Benevoclic.Cli.Remote;

namespace Benevoclic.Cli.Drills;

/// <summary>A fault that lasts while we hold it. Whatever ends us lets it go, and what made it then mends it (<c>fault.sh</c>).</summary>
sealed class Fault : IAsyncDisposable
{
    /// <summary>A service has this long to come back.</summary>
    static readonly TimeSpan MendLimit = TimeSpan.FromSeconds(90);

    readonly IRemoteProcess _process;
    readonly StreamReader _output;
    bool _isMended;

    Fault(IRemoteProcess process) => (_process, _output) = (process, new StreamReader(process.Output, Encoding.UTF8));

    /// <param name="shell">Where.</param>
    /// <param name="words">The fault and what it needs.</param>
    /// <param name="limit">After that it is mended in any case.</param>
    /// <param name="making">Called in the moment before it is made.</param>
    /// <exception cref="CommandException">It cannot be made; what was done of it is undone.</exception>
    public static async Task<Fault> MakeAsync(IShell shell, IReadOnlyList<string> words, TimeSpan limit, Action making)
    {
        var command = Script.Run("fault", ["/nowhere", $"{limit.TotalSeconds:0}", .. words]);
        // Not the caller's token: what is half made has to be mended, and not to be forgotten.
        var fault = new Fault(await shell.StartAsync(command, CancellationToken.None));
        await fault._process.Input.WriteAsync(command.Input);
        await fault._process.Input.FlushAsync();
        var said = await fault._output.ReadLineAsync();
        making();
        said = said == "making" ? await fault._output.ReadLineAsync() : said;
        if (said != "made")
        {
            await fault.DisposeAsync();
            throw new CommandException(ExitCode.Failed, $"The fault cannot be made: {said ?? "it ended at once"}");
        }
        return fault;
    }

    /// <exception cref="CommandException">It could not be put back.</exception>
    public async Task MendAsync()
    {
        _isMended = true;
        await _process.Input.DisposeAsync();
        using var limit = new CancellationTokenSource(MendLimit);
        var exitCode = -1;
        try
        {
            // A read does not hear a token.
            await _output.ReadToEndAsync(CancellationToken.None).WaitAsync(limit.Token);
            exitCode = await _process.Ended.WaitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            // Told below, with the rest of what can go wrong.
        }
        if (exitCode != 0)
        {
            throw new CommandException(
                ExitCode.Failed,
                "What the drill broke did not come back.",
                "Look with: ./benevoclic status, and start what is missing"
            );
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (!_isMended)
            {
                await MendAsync();
            }
        }
        finally
        {
            _output.Dispose();
            await _process.DisposeAsync();
        }
    }
}
