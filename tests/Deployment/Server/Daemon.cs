namespace Benevoclic.Deployment.Server;

/// <summary>A program that keeps running on a machine.</summary>
sealed class Daemon(Machine machine, string name, params IReadOnlyList<string> words)
{
    static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(20);

    string? _pid;

    public string Log => File.ReadAllText(machine.PathOf(LogFile));

    string LogFile => $"/var/log/{name}.log";

    /// <param name="ready">A command that succeeds when it can be used.</param>
    public async Task StartAsync(TimeSpan limit, params IReadOnlyList<string> ready)
    {
        // The shell becomes the program, so that its number is the program's.
        const string script = """log=$1; shift; setsid "$@" </dev/null >>"$log" 2>&1 & echo $!""";
        _pid = await machine.RunAsync(["bash", "-euc", script, name, LogFile, .. words]);
        await Eventually.TrueAsync(
            async () => (await machine.TryAsync(ready)).ExitCode == 0,
            limit,
            () => $"{name}: {Log}"
        );
    }

    public async Task StopAsync()
    {
        if (_pid is null)
        {
            return;
        }
        await machine.TryAsync("kill", _pid);
        await Eventually.TrueAsync(
            async () => (await machine.TryAsync("kill", "-0", _pid)).ExitCode != 0,
            StopLimit,
            () => $"{name} does not stop: {Log}"
        );
        _pid = null;
    }
}
