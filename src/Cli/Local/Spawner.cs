using System.Collections.Concurrent;
using System.Diagnostics;
using Benevoclic.Cli.Install;

namespace Benevoclic.Cli.Local;

/// <summary>
/// Starts processes that die with this one, even when this one is killed with -9.
/// </summary>
/// <remarks>
/// The kernel does it (PR_SET_PDEATHSIG, see prctl(2)); util-linux's setpriv asks for it. "Parent" there means the thread
/// that forked, so one thread starts them all and lives as long as we do. SIGKILL, because no process may ignore it:
/// everything that we run keeps its data safe against a kill.
/// </remarks>
sealed class Spawner
{
    readonly BlockingCollection<Action> _work = [];
    readonly string? _setpriv = ProgramPath.Find("setpriv");
    readonly string? _setsid = ProgramPath.Find("setsid");

    public Spawner() => new Thread(Work) { IsBackground = true, Name = "spawner" }.Start();

    public Task<Process> StartAsync(LocalProcess process)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        _work.Add(() =>
        {
            try
            {
                started.SetResult(Process.Start(Describe(process))!);
            }
            catch (Exception e)
            {
                started.SetException(e);
            }
        });
        return started.Task;
    }

    void Work()
    {
        foreach (var start in _work.GetConsumingEnumerable())
        {
            start();
        }
    }

    ProcessStartInfo Describe(LocalProcess process)
    {
        // A session of its own keeps Ctrl-C away from it: we stop services in order, the terminal would stop all at once.
        string[] dieWithUs = _setpriv is null ? [] : [_setpriv, "--pdeathsig", "KILL"];
        string[] ownSession = _setsid is null ? [] : [_setsid];
        string[] words = [.. ownSession, .. dieWithUs, process.Program, .. process.Arguments];
        var start = new ProcessStartInfo(words[0], words[1..])
        {
            WorkingDirectory = process.WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in process.Environment)
        {
            start.Environment[name] = value;
        }
        return start;
    }
}
