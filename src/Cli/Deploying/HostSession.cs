using Benevoclic.Cli.Config;
using Benevoclic.Cli.Deploying.Receipts;
using Benevoclic.Cli.Images;
using Benevoclic.Cli.Proofs;
using Benevoclic.Cli.Remote;
using Benevoclic.Cli.Stack;
using Benevoclic.Cli.Swarm;

namespace Benevoclic.Cli.Deploying;

/// <summary>A host that was opened, and what it says about the services.</summary>
sealed class HostSession(Checkout checkout, IShell shell) : IAsyncDisposable
{
    public IShell Shell => shell;

    public HostFolder Folder { get; } = new(checkout.Installation.Host.Folder);

    /// <summary>The host is a manager of a swarm, and what is asked of it is asked of all nodes.</summary>
    public bool OnSwarm => checkout.Installation.Scale.IsSwarm;

    /// <param name="checkout">The checkout.</param>
    /// <param name="host">Another host than that of benevoclic.yaml, or null.</param>
    /// <param name="ct">Ends the attempt.</param>
    /// <param name="notOnSwarm">Why what is wanted of it is not there on a swarm; null when it is.</param>
    /// <exception cref="CommandException">It cannot be reached, or what is wanted is not there on a swarm.</exception>
    public static async Task<HostSession> OpenAsync(
        Checkout checkout,
        string? host,
        CancellationToken ct,
        NotOnSwarm? notOnSwarm = null
    )
    {
        if (checkout.Installation.Scale.IsSwarm && notOnSwarm is not null)
        {
            throw notOnSwarm.Refusal;
        }
        RefuseService(checkout, host);
        var environment = Checkout.ProcessEnvironment;
        var tags = await ImageTags.ReadAsync(checkout, environment, ct);
        return new(
            checkout with
            {
                Tags = tags,
            },
            await Hosts.OpenAsync(host, checkout.Installation.Host, environment, _ => false, ct)
        );
    }

    /// <summary>Of `logs --host api` the last word is the host's name, and hardly anybody means that.</summary>
    static void RefuseService(Checkout checkout, string? host)
    {
        if (host is not null && checkout.Stack.Folders.ContainsKey(host))
        {
            throw new CommandException(
                ExitCode.Usage,
                $"--host takes a host's name or address, found the service {host}.",
                $"Put the service before it, as in: ./benevoclic logs {host} --host"
            );
        }
    }

    /// <exception cref="CommandException">The host cannot say.</exception>
    public async Task<HostFacts> FactsAsync(CancellationToken ct)
    {
        var services = checkout.Stack.Services.Select(service => $"{service.Name}={Renderer.ImageOf(service)}");
        var outcome = await shell.RunAsync(
            Script.Run(OnSwarm ? "swarm-facts" : "facts", [Folder.Path, .. services]),
            ct
        );
        return outcome.Succeeded
            ? HostFacts.Parse(outcome.Output)
            : throw new CommandException(
                ExitCode.Failed,
                $"{shell.Host} cannot say what it runs:\n{outcome.LastWords()}"
            );
    }

    /// <param name="services">Whose releases; those of every service on the host when none is named.</param>
    /// <param name="ct">Ends the question.</param>
    /// <exception cref="CommandException">The host cannot say.</exception>
    public async Task<HostReleases> ReleasesAsync(IReadOnlyList<Service> services, CancellationToken ct)
    {
        var command = Script.Run("releases", [Folder.Path, .. services.Select(service => service.Name)]);
        var outcome = await shell.RunAsync(command, ct);
        return outcome.Succeeded
            ? HostReleases.Parse(outcome.Output)
            : throw new CommandException(
                ExitCode.Failed,
                $"{shell.Host} cannot say which releases it has:\n{outcome.LastWords()}"
            );
    }

    /// <summary>What a deploy of these services would do.</summary>
    /// <exception cref="CommandException">A rule or a dashboard that uses their metrics cannot be read.</exception>
    public IReadOnlyList<ServicePlan> Plan(IReadOnlyList<Service> services, HostFacts facts)
    {
        var metrics = services.Any(service => service.Metrics is not null) ? Metrics() : StackMetrics.None;
        return [.. services.Select(service => Plan(service, facts) with { Contract = metrics.ContractOf(service) })];
    }

    StackMetrics Metrics()
    {
        var problems = new Problems();
        var metrics = StackMetrics.Read(checkout.Stack.Services, problems);
        problems.ThrowIfAny();
        return metrics;
    }

    ServicePlan Plan(Service service, HostFacts facts)
    {
        var own = facts.Services.GetValueOrDefault(service.Name) ?? ServiceFacts.None;
        var image = own.ImageDigest ?? Renderer.ImageOf(service);
        var wanted = Renderer.Render(service, image);
        if (!OnSwarm)
        {
            return Planner.Plan(service, wanted, image, own, facts.Key);
        }
        var plan = Planner.Plan(service, SwarmRelease.Of(wanted, service, checkout, facts.Key), image, own, facts.Key);
        return plan.HasWork ? plan with { Way = Way.Roll } : plan;
    }

    /// <summary>The named services in the order in which they start; all of them when none is named.</summary>
    /// <exception cref="CommandException">A name is unknown.</exception>
    public IReadOnlyList<Service> Choose(IReadOnlyList<string> names) => checkout.Stack.Choose(names);

    /// <summary>Looks on from the public side: at the service that must never be away, whatever is deployed.</summary>
    /// <returns>Null when none such runs yet: there is nothing to be seen.</returns>
    public async Task<Prober?> ProberAsync(HostFacts facts, TimeProvider time)
    {
        var ports = checkout.Installation.Ports;
        var door = checkout.Stack.Services.FirstOrDefault(service =>
            service.Rollout == Rollout.Swap && ports.ContainsKey(service.Name)
        );
        return door is not null && facts.Services.GetValueOrDefault(door.Name)?.Container is { IsRunning: true }
            // Not the deploy's own token: what users see while it is broken off and undone counts too.
            ? await Prober.StartAsync(shell, Folder, ports[door.Name], door.Probe, time, CancellationToken.None)
            : null;
    }

    /// <summary>Something has to be asked of a service that is not on this host.</summary>
    public CommandException NotHere(Service service) =>
        OnSwarm
            ? new(
                ExitCode.Failed,
                $"{service.Name} does not run on {shell.Host}, and only what runs on the node that is entered can be asked.",
                "Look on which node it runs with: ./benevoclic status --host; then enter that one, with --host and VPS_HOST_KEY"
            )
            : new(
                ExitCode.Failed,
                $"{service.Name} does not run on {shell.Host}.",
                $"Look with: ./benevoclic status --host; then ./benevoclic start {service.Name} --host, or ./benevoclic deploy {service.Name}"
            );

    public CommandException LockLost() =>
        new(
            ExitCode.Failed,
            $"{shell.Host} has not heard from us for a while, so the deploy lock is not ours any more. What was not committed, the host undoes by itself.",
            "Look with: ./benevoclic journal"
        );

    public ValueTask DisposeAsync() => shell.DisposeAsync();

    public ServiceRenderer Renderer => new(checkout, Folder, Checkout.ProcessEnvironment);
}
