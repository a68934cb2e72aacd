using System.Diagnostics;

namespace Benevoclic.Cli.Install;

/// <summary>Installs Debian packages, and keeps them from running as system services: we run their programs ourselves.</summary>
sealed class AptInstall(Action<string> say)
{
    /// <summary>A machine that updates itself may hold the lock for a while.</summary>
    static readonly string[] Quiet = ["-y", "-q", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=120"];

    /// <exception cref="CommandException">There is no apt-get, no right to use it, or it failed.</exception>
    public async Task RunAsync(IReadOnlyList<string> packages, CancellationToken ct)
    {
        var asRoot = AsRoot() ?? throw Impossible(packages, "that needs apt-get, as root or with sudo");
        say($"Installing with apt-get what is missing here: {string.Join(", ", packages)}");
        string[] install = [.. asRoot, "apt-get", "install", .. Quiet, .. packages];
        if (await QuietlyAsync(install, ct) != 0)
        {
            // The lists of a fresh machine are empty or old.
            await QuietlyAsync([.. asRoot, "apt-get", "update"], ct);
            if (await LoudlyAsync(install, ct) != 0)
            {
                throw Impossible(packages, "apt-get failed, see above");
            }
        }
        foreach (var package in packages)
        {
            await StopServicesAsync(asRoot, package, ct);
        }
    }

    static CommandException Impossible(IReadOnlyList<string> packages, string why) =>
        new(
            ExitCode.Failed,
            $"These programs are missing, and they cannot be installed from here ({why}): {string.Join(", ", packages)}",
            $"Type: sudo apt-get update && sudo apt-get install {string.Join(' ', packages)}"
        );

    /// <returns>Words to put before a command that needs root; null when there is no way.</returns>
    static string[]? AsRoot()
    {
        if (ProgramPath.Find("apt-get") is null)
        {
            return null;
        }
        if (Environment.IsPrivilegedProcess)
        {
            return [];
        }
        // Where nobody can type a password, sudo must not wait for one.
        return ProgramPath.Find("sudo") is null ? null
            : Console.IsInputRedirected ? ["sudo", "-n"]
            : ["sudo"];
    }

    /// <summary>A package's own service would take the port that we are about to use, now and after every boot.</summary>
    static async Task StopServicesAsync(string[] asRoot, string package, CancellationToken ct)
    {
        var (_, files) = await Local.Finished.RunAsync(new ProcessStartInfo("dpkg", ["-L", package]), ct);
        foreach (
            var unit in files
                .Split('\n')
                .Where(file =>
                    file.Contains("/systemd/system/", StringComparison.Ordinal)
                    && file.EndsWith(".service", StringComparison.Ordinal)
                )
        )
        {
            string[] stop = Directory.Exists("/run/systemd/system")
                ? ["systemctl", "disable", "--now", Path.GetFileName(unit)]
                : ["service", Path.GetFileNameWithoutExtension(unit), "stop"];
            await QuietlyAsync([.. asRoot, .. stop], ct);
        }
    }

    static async Task<int> QuietlyAsync(IReadOnlyList<string> words, CancellationToken ct) =>
        (await Local.Finished.RunAsync(Describe(words), ct)).ExitCode;

    static async Task<int> LoudlyAsync(IReadOnlyList<string> words, CancellationToken ct)
    {
        using var process = Process.Start(Describe(words))!;
        try
        {
            await process.WaitForExitAsync(ct);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    static ProcessStartInfo Describe(IReadOnlyList<string> words) =>
        new(ProgramPath.Find(words[0]) ?? words[0], words.Skip(1))
        {
            Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" },
        };
}
