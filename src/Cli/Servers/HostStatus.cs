using System.Globalization;
using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Remote;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Servers;

/// <summary>What runs on a host, and how it does: the answer of <c>status.sh</c>.</summary>
/// <param name="Host">The host in words.</param>
/// <param name="Now">Its clock.</param>
/// <param name="Deploys">Whether it can be deployed to.</param>
/// <param name="Services">All services of the stack.</param>
sealed record HostStatus(string Host, DateTimeOffset Now, DeployActivity Deploys, IReadOnlyList<HostedService> Services)
{
    /// <summary>Something was deployed, and all of it answers.</summary>
    public bool Healthy =>
        Services.Any(service => service.State == HostedState.Healthy)
        && Services.All(service => service.State is HostedState.Healthy or HostedState.Absent);

    /// <exception cref="CommandException">The host cannot say.</exception>
    public static async Task<HostStatus> AskAsync(HostSession host, Checkout checkout, CancellationToken ct)
    {
        var services = checkout.Stack.Services.Select(service =>
            string.Create(CultureInfo.InvariantCulture, $"{service.Name}={service.Port}={service.Probe}")
        );
        var answer = await HostCommand.RunAsync(host, Script.Run("status", [host.Folder.Path, .. services]), ct);
        var open = OpenPorts(host, checkout);
        return Parse(
            answer.Output,
            host.Shell.Host,
            checkout.Stack.Services,
            service => LinkOf(checkout, service, open)
        );
    }

    public static HostStatus Parse(
        string text,
        string host,
        IReadOnlyList<Service> services,
        Func<Service, string?> link
    )
    {
        var facts = text.Split('\n').Select(line => line.Split('\t')).ToLookup(parts => parts[0], parts => parts[1..]);
        return new HostStatus(
            host,
            DateTimeOffset.Parse(facts["now"].Single()[0], CultureInfo.InvariantCulture),
            DeployActivity.Parse(facts),
            [.. services.Select(service => HostedService.Of(service.Name, link(service), facts))]
        );
    }

    /// <summary>Every port that the stack opens on a host, whoever listens behind it.</summary>
    public static HashSet<int> OpenPorts(HostSession host, Checkout checkout)
    {
        var renderer = new ServiceRenderer(checkout, host.Folder, Checkout.ProcessEnvironment);
        return
        [
            .. checkout.Stack.Services.SelectMany(service =>
                Doors.Of(renderer.Render(service, renderer.ImageOf(service)).Compose("any"))
            ),
        ];
    }

    /// <summary>Only what has an open port has a link.</summary>
    static string? LinkOf(Checkout checkout, Service service, HashSet<int> open) =>
        checkout.Installation.Ports.TryGetValue(service.Name, out var port) && open.Contains(port)
            ? string.Create(CultureInfo.InvariantCulture, $"{checkout.Installation.PublicAddress}:{port}")
            : null;
}
