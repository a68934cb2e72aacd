using System.Diagnostics;

namespace Benevoclic.Cli.Remote;

/// <summary>This machine as a host: `--host local`.</summary>
sealed class LocalShell : IShell
{
    int _roundTrips;

    public string Host => "local";

    public int RoundTrips => _roundTrips;

    public async Task<CommandOutcome> RunAsync(RemoteCommand command, CancellationToken ct)
    {
        await using var process = (LocalRemoteProcess)await StartAsync(command, ct);
        using var outputs = new StreamReader(process.Output);
        using var errors = new StreamReader(process.Error);
        var output = outputs.ReadToEndAsync(ct);
        var error = errors.ReadToEndAsync(ct);
        try
        {
            await process.Input.WriteAsync(command.Input, ct);
            process.Input.Close();
        }
        catch (IOException)
        {
            // It ended without reading all of its input; its exit code says the rest.
        }
        return new CommandOutcome(await process.Ended.WaitAsync(ct), await output, await error);
    }

    public Task<IRemoteProcess> StartAsync(RemoteCommand command, CancellationToken ct)
    {
        Interlocked.Increment(ref _roundTrips);
        var start = new ProcessStartInfo(command.Words[0], command.Words.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Task.FromResult<IRemoteProcess>(new LocalRemoteProcess(Process.Start(start)!));
    }

    public ITunnel? Tunnel(int port, Action<string> say) => null;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    sealed class LocalRemoteProcess(Process process) : IRemoteProcess
    {
        public Stream Input => process.StandardInput.BaseStream;

        public Stream Output => process.StandardOutput.BaseStream;

        public Stream Error => process.StandardError.BaseStream;

        public Task<int> Ended { get; } = EndAsync(process);

        public ValueTask DisposeAsync()
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
            process.Dispose();
            return ValueTask.CompletedTask;
        }

        static async Task<int> EndAsync(Process process)
        {
            await process.WaitForExitAsync();
            return process.ExitCode;
        }
    }
}
