using System.CommandLine;
using System.Globalization;
using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Output;
using Benevoclic.Cli.Remote;
using Benevoclic.Cli.Swarm;
using Spectre.Console;

namespace Benevoclic.Cli.Commands;

/// <summary>`cluster init`, `join`, `leave`, `status`: the machines of a swarm.</summary>
static class ClusterCommand
{
    public static Command Create(Func<Session> open) =>
        new("cluster", "Make several machines one Docker Swarm, for engine: swarm in benevoclic.yaml")
        {
            Init(open),
            Join(open),
            Leave(open),
            Status(open),
        };

    static Command Init(Func<Session> open)
    {
        var address = Address();
        var command = new Command("init", "Make the host of benevoclic.yaml the first manager; it keeps the data")
        {
            address,
        };
        command.SetAction(
            (parsed, ct) =>
                ChangeAsync(
                    open(),
                    async (cluster, terminal, host) =>
                    {
                        var isNew = await cluster.InitAsync(parsed.GetValue(address) ?? "", ct);
                        terminal.Line(
                            isNew
                                ? $"{host} is the first manager of a swarm."
                                : $"{host} was a manager: nothing was changed."
                        );
                    },
                    ct
                )
        );
        return command;
    }

    static Command Join(Func<Session> open)
    {
        var (host, key, address) = (Host(), Key(), Address());
        var role = new Option<string>("--role")
        {
            Description = "A manager until there are three, unless chosen",
            DefaultValueFactory = _ => "auto",
        };
        role.Among("auto", "manager", "worker");
        var command = new Command("join", "Bring a machine that `setup` has made ready into the swarm")
        {
            host,
            key,
            address,
            role,
        };
        command.SetAction(
            (parsed, ct) =>
                ChangeAsync(
                    open(),
                    async (cluster, terminal, _) =>
                    {
                        await using var node = await OpenAsync(
                            terminal,
                            parsed.GetValue(host)!,
                            parsed.GetValue(key),
                            ct
                        );
                        var became = await cluster.JoinAsync(
                            node,
                            parsed.GetValue(role)!,
                            parsed.GetValue(address) ?? "",
                            ct
                        );
                        terminal.Line(
                            became is null
                                ? $"{node.Host} was in the swarm: nothing was changed."
                                : $"{node.Host} joined as {became.Role}."
                        );
                        foreach (var line in became?.Late ?? [])
                        {
                            terminal.Line($"not yet whole: {line}", "yellow");
                        }
                    },
                    ct
                )
        );
        return command;
    }

    static Command Leave(Func<Session> open)
    {
        var (host, key) = (Host(), Key());
        var command = new Command(
            "leave",
            "Take a machine's work away, then take it out of the swarm; also one that is dead"
        )
        {
            host,
            key,
        };
        command.SetAction(
            (parsed, ct) =>
                ChangeAsync(
                    open(),
                    async (cluster, terminal, _) =>
                    {
                        var name = parsed.GetValue(host)!;
                        await using var node = await ReachableAsync(terminal, name, parsed.GetValue(key), ct);
                        terminal.Line(
                            await cluster.LeaveAsync(node, name, ct)
                                ? $"{name} has left."
                                : $"{name} was not in the swarm: nothing was changed."
                        );
                    },
                    ct
                )
        );
        return command;
    }

    static Command Status(Func<Session> open)
    {
        var command = new Command("status", "Show the machines; exit code 1 when one is away");
        command.SetAction(
            (_, ct) =>
                RunAsync(
                    open(),
                    async (cluster, terminal, _) =>
                    {
                        var nodes = await cluster.NodesAsync(ct);
                        Show(terminal, nodes);
                        return nodes.All(node => node.IsWell) ? ExitCode.Done : ExitCode.Failed;
                    },
                    ct
                )
        );
        return command;
    }

    /// <summary>Does it, and shows the machines after it.</summary>
    static Task<int> ChangeAsync(Session session, Func<Cluster, Terminal, string, Task> act, CancellationToken ct) =>
        RunAsync(
            session,
            async (cluster, terminal, host) =>
            {
                await act(cluster, terminal, host);
                Show(terminal, await cluster.NodesAsync(ct));
                return ExitCode.Done;
            },
            ct
        );

    static async Task<int> RunAsync(
        Session session,
        Func<Cluster, Terminal, string, Task<ExitCode>> act,
        CancellationToken ct
    )
    {
        var checkout = Checkout.Load(session.Root);
        await using var host = await HostSession.OpenAsync(checkout, null, ct);
        var who = DeployAct.Begin(session.Time.GetUtcNow(), Checkout.ProcessEnvironment);
        return (int)await act(new Cluster(host, who, session.Time), session.Terminal, host.Shell.Host);
    }

    static void Show(Terminal terminal, IReadOnlyList<ClusterNode> nodes)
    {
        if (!terminal.IsLive)
        {
            terminal.Output.Profile.Width = 160;
        }
        var table = new Table()
            .Border(TableBorder.None)
            .AddColumns("node", "state", "role", "address", "data", "engine", "memory", "tasks");
        foreach (var node in nodes)
        {
            string[] cells =
            [
                node.Name,
                node.Availability == "active" ? node.State : $"{node.State}, {node.Availability}",
                node.Role == "reachable" ? "manager" : node.Role,
                node.Address,
                node.KeepsData ? "yes" : "",
                node.Engine,
                string.Create(CultureInfo.InvariantCulture, $"{node.Memory / 1e9:0.0} GB"),
                node.Tasks.ToString(CultureInfo.InvariantCulture),
            ];
            table.AddRow([.. cells.Select(cell => new Text(cell))]);
        }
        terminal.Output.Write(table);
        foreach (var line in ClusterNode.Advice(nodes).Where(line => line.Length > 0))
        {
            terminal.Line(line, "yellow");
        }
    }

    static Argument<string> Host() =>
        new("host") { Description = "Its name or address; entered as the user of benevoclic.yaml, with the same key" };

    static Option<string?> Key() =>
        new("--key") { Description = "Fingerprint of its host key, as SHA256:…; asked when it is not given" };

    static Option<string?> Address() =>
        new("--address") { Description = "Where the other machines reach it, when it has several addresses" };

    static async Task<IShell> OpenAsync(Terminal terminal, string name, string? key, CancellationToken ct)
    {
        var unconfirmed = "";
        var environment = Checkout.ProcessEnvironment;
        var checkout = Checkout.Load(Checkout.FindRoot());
        var host = checkout.Installation.Host with { Address = name, Key = key ?? "" };
        try
        {
            return await Hosts.OpenAsync(name, host, environment, IsRight, ct);
        }
        catch (CommandException e) when (unconfirmed.Length > 0)
        {
            // VPS_HOST_KEY, which the message would name, is the key of the first machine.
            throw new CommandException(
                e.ExitCode,
                e.Message,
                $"Compare it on the console of {name}, then type the same again with: --key {unconfirmed}"
            );
        }

        bool IsRight(string found)
        {
            var isRight =
                terminal.IsLive && terminal.Ask($"{name} shows the host key {found}. Does its console show the same?");
            unconfirmed = isRight ? "" : found;
            return isRight;
        }
    }

    static async Task<IShell?> ReachableAsync(Terminal terminal, string name, string? key, CancellationToken ct)
    {
        try
        {
            return await OpenAsync(terminal, name, key, ct);
        }
        catch (CommandException problem)
        {
            terminal.Line(
                $"{name} cannot be entered, so the swarm decides alone: {problem.Message.Split('\n')[0]}",
                "yellow"
            );
            return null;
        }
    }
}
