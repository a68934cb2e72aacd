using System.Diagnostics;
using System.Globalization;

namespace Benevoclic.Bench;

/// <summary>What the kernel says of a process' memory (proc_pid_status(5)), in MB.</summary>
static class ResidentMemory
{
    public static double Of(Process process) => Line(process, "VmRSS:");

    /// <summary>The most that it ever was.</summary>
    public static double MostOf(Process process) => Line(process, "VmHWM:");

    // "VmRSS:	  123456 kB"
    static double Line(Process process, string name) =>
        double.Parse(
            File.ReadLines($"/proc/{process.Id}/status")
                .First(line => line.StartsWith(name, StringComparison.Ordinal))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2],
            CultureInfo.InvariantCulture
        )
        * 1024
        / 1e6;
}
