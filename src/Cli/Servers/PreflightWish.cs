using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Servers;

/// <summary>What a deploy will need.</summary>
/// <param name="Host">The host in words.</param>
/// <param name="Ports">To be opened on the host.</param>
/// <param name="Images">To be run there.</param>
/// <param name="Asked">Our clock before the question and after the answer.</param>
sealed record PreflightWish(
    string Host,
    IReadOnlyCollection<int> Ports,
    IReadOnlyCollection<string> Images,
    (DateTimeOffset Before, DateTimeOffset After) Asked
)
{
    public static PreflightWish Of(HostSession host, Checkout checkout)
    {
        var renderer = new ServiceRenderer(checkout, host.Folder, Checkout.ProcessEnvironment);
        return new PreflightWish(
            host.Shell.Host,
            HostStatus.OpenPorts(host, checkout),
            [.. checkout.Stack.Services.Select(renderer.ImageOf).Distinct()],
            default
        );
    }

    /// <summary>Required secrets that are not set here: names, never values.</summary>
    public static IEnumerable<Finding> MissingSecrets(
        IReadOnlyList<Service> services,
        IReadOnlyDictionary<string, string> environment
    ) =>
        services
            .SelectMany(
                service => service.Secrets.Where(secret => secret.IsRequired),
                (service, secret) => (service, secret)
            )
            .Select(need =>
                environment.GetValueOrDefault(need.secret.Name) is { Length: > 0 }
                    ? Finding.Good($"The secret {need.secret.Name} of {need.service.Name} is set here")
                    : Finding.Problem(
                        $"The secret {need.secret.Name}, needed by {need.service.Name}, is not set here",
                        $"Type: export {need.secret.Name}=… (it travels over SSH's standard input and is never an argument)"
                    )
            );
}
