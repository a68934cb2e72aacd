using System.Globalization;

namespace Benevoclic.Deployment.Server;

/// <summary>
/// Cables between every two test machines, so that each reaches each without a switch. They lie inside the machines: nothing of them is left
/// when these end. Each machine has one address, the same on all of its cables.
/// </summary>
public sealed class Lan
{
    readonly IReadOnlyList<Machine> _machines;

    Lan(IReadOnlyList<Machine> machines) => _machines = machines;

    /// <summary>Where the others reach a machine.</summary>
    /// <param name="machine">Its place, from 0.</param>
    public static string AddressOf(int machine) => $"198.19.0.{machine + 1}";

    public static async Task<Lan> ConnectAsync(params IReadOnlyList<Machine> machines)
    {
        for (var one = 0; one < machines.Count; one++)
        {
            for (var other = one + 1; other < machines.Count; other++)
            {
                await ConnectAsync(machines, one, other);
            }
        }
        return new Lan(machines);
    }

    /// <summary>A way to one more address of a machine, for all others: its registry listens there.</summary>
    public async Task RouteAsync(int to, string address)
    {
        for (var from = 0; from < _machines.Count; from++)
        {
            if (from != to)
            {
                await _machines[from].RunAsync("ip", "route", "replace", address, "dev", Cable(to));
            }
        }
    }

    /// <summary>Nothing comes through to a machine from the others any more, and nobody is told.</summary>
    public Task CutAsync(int machine) => FirewallAsync(machine, "-I");

    public Task RestoreAsync(int machine) => FirewallAsync(machine, "-D");

    static async Task ConnectAsync(IReadOnlyList<Machine> machines, int one, int other)
    {
        string[] words =
        [
            .. "link add name".Split(' '),
            Cable(other),
            "netns",
            Text(machines[one].Pid),
            .. "type veth peer name".Split(' '),
            Cable(one),
            "netns",
            Text(machines[other].Pid),
        ];
        var added = await Shell.RunAsync("/", new Dictionary<string, string>(), "ip", words);
        if (added.ExitCode != 0)
        {
            throw new InvalidOperationException($"no cable: {added}");
        }
        await PlugInAsync(machines[one], one, other);
        await PlugInAsync(machines[other], other, one);
    }

    static Task PlugInAsync(Machine machine, int own, int other) =>
        machine.ShellAsync(
            $"""
            ip address add {AddressOf(own)}/32 dev {Cable(other)}
            ip link set {Cable(other)} up
            ip route add {AddressOf(other)} dev {Cable(other)} src {AddressOf(own)}
            """
        );

    async Task FirewallAsync(int machine, string change)
    {
        await _machines[machine].RunAsync("iptables", change, "INPUT", "-i", "lan+", "-j", "DROP");
        await _machines[machine].RunAsync("iptables", change, "OUTPUT", "-o", "lan+", "-j", "DROP");
        await _machines[machine].RunAsync("iptables", change, "FORWARD", "-i", "lan+", "-j", "DROP");
    }

    static string Cable(int to) => $"lan{to}";

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
