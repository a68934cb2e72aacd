using Benevoclic.Cli.Config;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Local;

/// <summary>Refuses to start what would find its port taken: only here is known who has it.</summary>
static class TakenPorts
{
    /// <summary>A process that was just killed gives its port back a moment after it is gone from view.</summary>
    const int Tries = 10;
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <exception cref="CommandException">A port is in use; the message names each with its process.</exception>
    public static async Task RefuseAsync(
        IReadOnlyList<Service> services,
        Installation installation,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var ports = services.ToDictionary(service => installation.Ports[service.Name], service => service.Name);
        var taken = Listeners.Find(ports.Keys);
        for (var i = 0; i < Tries && taken.Count > 0; i++)
        {
            await Task.Delay(Pause, time, ct);
            taken = Listeners.Find(ports.Keys);
        }
        if (taken.Count > 0)
        {
            throw InUse(ports, taken);
        }
    }

    static CommandException InUse(Dictionary<int, string> services, IReadOnlyDictionary<int, string> taken)
    {
        var ports = taken.Keys.Order().ToList();
        var lines = ports.Select(port => $"  port {port} ({services[port]}) is used by {taken[port]}");
        var other = ports[0] + (ports[0] > 60000 ? -1000 : 1000);
        return new CommandException(
            ExitCode.Failed,
            string.Join('\n', ["Nothing was started:", .. lines]),
            $"Stop what uses them, or choose other ports in {Installation.FileName} or by variable, such as {Installation.PortVariable(services[ports[0]])}={other}"
        );
    }
}
