using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Remote;
using Benevoclic.Cli.Servers;

namespace Benevoclic.Cli.Swarm;

/// <summary>The machines of a swarm: makes the first, brings in others, takes them out.</summary>
/// <param name="manager">The host of benevoclic.yaml.</param>
/// <param name="act">Who does it.</param>
/// <param name="time">The clock.</param>
sealed class Cluster(HostSession manager, DeployAct act, TimeProvider time)
{
    static readonly TimeSpan DrainLimit = TimeSpan.FromMinutes(2);
    static readonly TimeSpan AwayLimit = TimeSpan.FromSeconds(30);

    /// <summary>A new machine may have to pull its images first.</summary>
    static readonly TimeSpan WholeLimit = TimeSpan.FromMinutes(3);

    /// <param name="address">Where the others will reach it; empty when it has only one.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>Whether there was anything to do.</returns>
    /// <exception cref="CommandException">The machine cannot be one, or refuses.</exception>
    public async Task<bool> InitAsync(string address, CancellationToken ct)
    {
        await using var held = await HostLock.TakeAsync(manager, time, "cluster init", ct);
        var line = Line(manager.Shell.Host, "made the first manager");
        var outcome = await RunAsync(manager.Shell, Script.Run("cluster-init", manager.Folder.Path, line, address), ct);
        return outcome.Output.Contains("changed", StringComparison.Ordinal);
    }

    /// <param name="node">The machine that joins.</param>
    /// <param name="role">manager, worker, or auto: a manager until there are three.</param>
    /// <param name="address">Where the others will reach it; empty when it has only one.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>What it became, once what should run on it does; null when it was in the swarm already.</returns>
    /// <exception cref="CommandException">One of the two refuses.</exception>
    public async Task<Joined?> JoinAsync(IShell node, string role, string address, CancellationToken ct)
    {
        await using var held = await HostLock.TakeAsync(manager, time, $"cluster join {node.Host}", ct);
        var answer = await RunAsync(manager.Shell, Script.Run("cluster-token", manager.Folder.Path, role), ct);
        var facts = answer
            .Output.Split('\n')
            .Select(line => line.Split('\t'))
            .ToLookup(parts => parts[0], parts => parts[^1]);
        var token = new Secret(facts["token"].Single());
        var command = Script.Run("cluster-join", manager.Folder.Path, facts["address"].Single(), address);
        var joined = await RunAsync(
            node,
            command with
            {
                Input = (byte[])[.. command.Input.Span, .. token.Bytes.Span, (byte)'\n'],
            },
            ct
        );
        if (joined.Output.StartsWith("was ", StringComparison.Ordinal))
        {
            return await IsKnownAsync(joined.Output[4..].Trim(), ct)
                ? null
                : throw new CommandException(
                    ExitCode.Failed,
                    $"{node.Host} belongs to another swarm.",
                    "There, when it is not needed any more: docker swarm leave --force"
                );
        }
        await NoteAsync(node.Host, $"joined as {facts["role"].Single()}", ct);
        var id = joined.Output.Trim().Split(' ')[^1];
        var whole = await RunAsync(
            manager.Shell,
            Script.Run("cluster-whole", manager.Folder.Path, id, Seconds(WholeLimit)),
            ct
        );
        return new Joined(facts["role"].Single(), whole.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <param name="node">The machine that leaves; null when it cannot be reached.</param>
    /// <param name="name">As it was typed.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>Whether it was in the swarm.</returns>
    /// <exception cref="CommandException">It must stay, or one of the two refuses.</exception>
    public async Task<bool> LeaveAsync(IShell? node, string name, CancellationToken ct)
    {
        await using var held = await HostLock.TakeAsync(manager, time, $"cluster leave {name}", ct);
        var id = node is null ? name : await NodeIdAsync(node, ct);
        var line = Line(name, "leaves");
        var drained = await RunAsync(
            manager.Shell,
            Script.Run("cluster-drain", manager.Folder.Path, line, id.Length > 0 ? id : name, Seconds(DrainLimit)),
            ct
        );
        if (drained.Output.Trim().Split('\t') is not ["node", var known, var state])
        {
            return false;
        }
        if (node is null && state == "ready")
        {
            throw new CommandException(
                ExitCode.Failed,
                $"{name} has no work any more, but cannot be reached by SSH, and so stays in the swarm.",
                $"There: docker swarm leave; then type the same again."
            );
        }
        if (node is not null)
        {
            await RunAsync(node, new RemoteCommand("docker", "swarm", "leave"), ct);
        }
        await RunAsync(manager.Shell, Script.Run("cluster-remove", manager.Folder.Path, known, Seconds(AwayLimit)), ct);
        return true;
    }

    /// <exception cref="CommandException">It is no manager.</exception>
    public async Task<IReadOnlyList<ClusterNode>> NodesAsync(CancellationToken ct)
    {
        var answer = await RunAsync(manager.Shell, Script.Run("cluster-status", manager.Folder.Path), ct);
        return [.. answer.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(ClusterNode.Parse)];
    }

    static async Task<string> NodeIdAsync(IShell node, CancellationToken ct)
    {
        var asked = new RemoteCommand("docker", "info", "--format", "{{.Swarm.NodeID}}");
        return (await RunAsync(node, asked, ct)).Output.Trim();
    }

    async Task<bool> IsKnownAsync(string id, CancellationToken ct) =>
        (await manager.Shell.RunAsync(new RemoteCommand("docker", "node", "inspect", id), ct)).Succeeded;

    Task NoteAsync(string node, string what, CancellationToken ct) =>
        manager.Shell.RunAsync(Script.Run("note", manager.Folder.Path, Line(node, what)), ct);

    string Line(string node, string what) =>
        new JournalEntry(
            time.GetUtcNow(),
            act.Id,
            "cluster",
            node,
            DeployState.Cluster,
            act.By,
            what,
            Run: act.Run
        ).ToLine();

    static async Task<CommandOutcome> RunAsync(IShell shell, RemoteCommand command, CancellationToken ct)
    {
        var outcome = await shell.RunAsync(command, ct);
        return outcome.Succeeded
            ? outcome
            : throw new CommandException(
                ExitCode.Failed,
                $"{shell.Host}: {outcome.LastWords()}",
                "Look with: ./benevoclic cluster status"
            );
    }

    static string Seconds(TimeSpan time) => $"{time.TotalSeconds:0}";
}

/// <summary>A machine that has joined.</summary>
/// <param name="Role">manager or worker.</param>
/// <param name="Late">Services that do not run as often as they should yet, each a line.</param>
sealed record Joined(string Role, IReadOnlyList<string> Late);
