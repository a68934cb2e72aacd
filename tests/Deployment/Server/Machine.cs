using System.Diagnostics;
using System.Globalization;

namespace Benevoclic.Deployment.Server;

/// <summary>
/// A Debian server on this machine, made of namespaces: own processes, files, network and firewall. It is gone with this process,
/// however that ends. See machine.sh.
/// </summary>
public sealed class Machine : IAsyncDisposable
{
    const string SearchPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    static readonly Dictionary<string, string> NoEnvironment = [];

    readonly RunFolder _folder;
    readonly Process _unshare;
    readonly int _pid;

    Machine(RunFolder folder, Process unshare, int pid, Network network)
    {
        (_folder, _unshare, _pid) = (folder, unshare, pid);
        Network = network;
    }

    /// <summary>Of the control group under which its containers belong.</summary>
    public string Name => _folder.Name;

    public Network Network { get; }

    /// <summary>Of its first process, as this machine numbers it.</summary>
    internal int Pid => _pid;

    /// <param name="tree">What it is made of; stays as it is.</param>
    /// <param name="registry">Folders with what its registry already has, the last one lowest.</param>
    /// <param name="newImages">Where its registry writes; null: gone with the machine.</param>
    /// <param name="mounts">Folders from outside, by where they appear inside; not to be written.</param>
    public static async Task<Machine> StartAsync(
        string tree,
        IReadOnlyList<string> registry,
        string? newImages = null,
        IReadOnlyDictionary<string, string>? mounts = null
    )
    {
        var folder = RunFolder.Create();
        var empty = Directory.CreateDirectory(Path.Combine(folder.Location, "registry.empty")).FullName;
        string[] words =
        [
            .. "--net --mount --pid --uts --ipc --fork".Split(' '),
            "bash",
            Path.Combine(Repository.Root, "tests/Deployment/Server/machine.sh"),
            tree,
            folder.Location,
            string.Join(':', registry.Append(empty)),
            newImages ?? Path.Combine(folder.Location, "registry.upper"),
            .. (mounts ?? NoEnvironment).Select(mount => $"{mount.Value}:{mount.Key}"),
        ];
        var unshare = Process.Start(
            new ProcessStartInfo("unshare", words)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        try
        {
            var pid = await ReadPidAsync(unshare);
            return new Machine(folder, unshare, pid, await Network.ConnectAsync(pid));
        }
        catch
        {
            await EndAsync(unshare, folder);
            throw;
        }
    }

    /// <summary>A file or folder of the machine, by its path there, as this process can open it.</summary>
    public string PathOf(string path) => $"/proc/{_pid}/root{path}";

    /// <summary>Runs a command inside, as root, with nothing of our environment.</summary>
    public Task<CommandResult> TryAsync(params IEnumerable<string> words) =>
        Shell.RunAsync(
            "/",
            NoEnvironment,
            "nsenter",
            [
                $"--target={_pid}",
                .. "--mount --net --pid --uts --ipc --root --wd -- env -i HOME=/root LANG=C.UTF-8".Split(' '),
                $"PATH={SearchPath}",
                .. words,
            ]
        );

    /// <returns>Its output, without the last line break.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public async Task<string> RunAsync(params IReadOnlyList<string> words)
    {
        var result = await TryAsync(words);
        return result.ExitCode == 0
            ? result.Output.TrimEnd('\n')
            : throw new InvalidOperationException($"{string.Join(' ', words)}: {result}");
    }

    public Task<string> ShellAsync(string script) => RunAsync("bash", "-euc", script);

    /// <summary>Copies a file or folder of ours into a folder there.</summary>
    public async Task CopyInAsync(string path, string folder)
    {
        var result = await Shell.RunAsync("/", NoEnvironment, "cp", "-a", path, PathOf(folder));
        if (result.ExitCode != 0)
        {
            throw new InvalidOperationException($"cannot copy {path}: {result}");
        }
    }

    /// <summary>Pulls the plug: every process is killed, nothing is saved.</summary>
    public ValueTask DisposeAsync() => EndAsync(_unshare, _folder);

    static async Task<int> ReadPidAsync(Process unshare)
    {
        var line = await unshare.StandardOutput.ReadLineAsync();
        return int.TryParse(line, CultureInfo.InvariantCulture, out var pid)
            ? pid
            : throw new InvalidOperationException($"no machine: {await unshare.StandardError.ReadToEndAsync()}");
    }

    static async ValueTask EndAsync(Process unshare, RunFolder folder)
    {
        unshare.StandardInput.Close();
        await unshare.WaitForExitAsync();
        unshare.Dispose();
        folder.Dispose();
    }
}
