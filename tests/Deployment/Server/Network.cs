namespace Benevoclic.Deployment.Server;

/// <summary>
/// Two cables between this machine and a test machine: one for its users, one for who administers it by SSH, so that the second can be cut
/// while the first is measured.
/// </summary>
public sealed class Network
{
    // 198.18.0.0/15 is reserved for tests of networks (RFC 2544); a machine takes 198.18.<number>.0/29 of it.
    const int Numbers = 256;
    static readonly Dictionary<string, string> NoEnvironment = [];

    readonly int _number;
    readonly int _pid;

    Network(int number, int pid) => (_number, _pid) = (number, pid);

    /// <summary>Where users reach the machine. Never cut.</summary>
    public string PublicAddress => $"198.18.{_number}.2";

    /// <summary>Where its administrators reach it.</summary>
    public string AdminAddress => $"198.18.{_number}.6";

    /// <summary>This machine, as the other one reaches it: for servers of a test that containers call.</summary>
    public string TestAddress => $"198.18.{_number}.1";

    /// <param name="pid">A process of the machine; its network disappears with the machine, and both cables with it.</param>
    public static async Task<Network> ConnectAsync(int pid)
    {
        for (var number = 0; number < Numbers; number++)
        {
            // The name is what makes the number ours: the kernel lets only one have it.
            var added = await TryAsync("ip", AddCable($"benevoclic{number}p", "public", pid));
            if (added.ExitCode == 0)
            {
                var network = new Network(number, pid);
                await network.SetUpAsync();
                return network;
            }
            if (!added.Error.Contains("File exists", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"no network: {added}");
            }
        }
        throw new InvalidOperationException($"no network: {Numbers} machines are running");
    }

    /// <summary>Nothing comes through the administrators' cable any more, and nobody is told.</summary>
    public Task CutAsync() => FirewallAsync("-I");

    public Task RestoreAsync() => FirewallAsync("-D");

    async Task SetUpAsync()
    {
        await RunAsync("ip", AddCable($"benevoclic{_number}a", "admin", _pid));
        await PlugInAsync($"benevoclic{_number}p", "public", TestAddress, PublicAddress);
        await PlugInAsync($"benevoclic{_number}a", "admin", $"198.18.{_number}.5", AdminAddress);
    }

    async Task PlugInAsync(string here, string there, string ourAddress, string address)
    {
        await RunAsync("ip", ["address", "add", $"{ourAddress}/30", "dev", here]);
        await RunAsync("ip", ["link", "set", here, "up"]);
        await InsideAsync("ip", "address", "add", $"{address}/30", "dev", there);
        await InsideAsync("ip", "link", "set", there, "up");
    }

    async Task FirewallAsync(string change)
    {
        await InsideAsync("iptables", change, "INPUT", "-i", "admin", "-j", "DROP");
        await InsideAsync("iptables", change, "OUTPUT", "-o", "admin", "-j", "DROP");
    }

    Task InsideAsync(params IEnumerable<string> words) =>
        RunAsync("nsenter", [$"--target={_pid}", "--net", "--mount", "--root", "--", .. words]);

    static string[] AddCable(string here, string there, int pid) =>
        ["link", "add", here, "type", "veth", "peer", "name", there, "netns", $"{pid}"];

    static async Task RunAsync(string program, IReadOnlyList<string> words)
    {
        var result = await TryAsync(program, words);
        if (result.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', words)}: {result}");
        }
    }

    static Task<CommandResult> TryAsync(string program, IReadOnlyList<string> words) =>
        Shell.RunAsync("/", NoEnvironment, program, words);
}
