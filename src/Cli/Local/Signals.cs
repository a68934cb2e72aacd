using System.Runtime.InteropServices;

namespace Benevoclic.Cli.Local;

/// <summary>kill(2): .NET's own Process.Kill can only send SIGKILL.</summary>
static partial class Signals
{
    public const int Kill = 9;
    public const int Terminate = 15;

    /// <summary>Sends a signal; to a group when the number is negative. A process that is already gone is no error.</summary>
    public static void Send(int pid, int signal) => _ = SystemCall(pid, signal);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SystemCall(int pid, int signal);
}
