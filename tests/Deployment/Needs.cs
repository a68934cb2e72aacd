using System.Diagnostics;
using Benevoclic.Deployment.Images;

namespace Benevoclic.Deployment;

/// <summary>What a test server is made with; where it is missing, tests are skipped and say so. `./test.sh` installs it.</summary>
public static class Needs
{
    static readonly string[] Programs = ["unshare", "nsenter", "ip", "apt-get", "debootstrap"];

    /// <summary>Why no server can be made here; null when it can.</summary>
    public static string? Missing { get; } = Find();

    /// <remarks>The name of the mirror may also come from DEBIAN_MIRROR: see debian-mirror.sh.</remarks>
    static string? Find()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return "a test server is made of namespaces and mounts, which needs root";
        }
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/sbin").ToList();
        var missing = Programs.FirstOrDefault(program =>
            !folders.Exists(folder => File.Exists(Path.Combine(folder, program)))
        );
        return missing is not null ? $"{missing} is not installed; ./test.sh installs it"
            : !Directory.Exists(Path.Combine(Repository.Root, TestImages.Alertmanager))
                ? $"{TestImages.Alertmanager} is not there; ./test.sh unpacks it"
            : CanMakeNamespaces() ? null
            : "this machine does not let even root make namespaces and mounts";
    }

    static bool CanMakeNamespaces()
    {
        using var attempt = Process.Start(
            "unshare",
            ["--mount", "--net", "--pid", "--fork", "mount", "-t", "tmpfs", "none", "/mnt"]
        );
        attempt.WaitForExit();
        return attempt.ExitCode == 0;
    }
}
