using Benevoclic.Cli.Config;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Secrets;

/// <summary>Every secret once, with all that needs it. Names only: no value is ever kept here.</summary>
static class SecretList
{
    /// <param name="checkout">Its compose files say what services need, and benevoclic.yaml may hold what is no secret to anybody.</param>
    /// <param name="environment">Where the values would be.</param>
    /// <param name="uses">Services and acts; everything when none is named.</param>
    /// <exception cref="CommandException">One of the uses is neither a service nor an act.</exception>
    public static IReadOnlyList<ListedSecret> Of(
        Checkout checkout,
        IReadOnlyDictionary<string, string> environment,
        IReadOnlyList<string> uses
    )
    {
        var chosen = uses.Select(use => Known(checkout.Stack, use)).ToHashSet();
        return
        [
            .. Needs(checkout.Stack)
                .Where(need => chosen.Count == 0 || chosen.Contains(need.By))
                .GroupBy(need => need.Name)
                .Select(same => new ListedSecret(same.Key, [.. same], Place(same.Key, checkout, environment))),
        ];
    }

    static IEnumerable<SecretNeed> Needs(ServiceStack stack) =>
        OwnNeeds.All.Concat(
            stack.Services.SelectMany(
                service => service.Secrets,
                (service, secret) => new SecretNeed(secret.Name, service.Name, secret.IsRequired)
            )
        );

    static string Known(ServiceStack stack, string use)
    {
        string[] known = [.. OwnNeeds.Acts, .. stack.Services.Select(service => service.Name)];
        return known.Contains(use)
            ? use
            : throw new CommandException(
                ExitCode.Usage,
                $"\"{use}\" is neither a service nor {string.Join(", ", OwnNeeds.Acts)}: {Nearest.Hint(use, known)}"
            );
    }

    static string? Place(string name, Checkout checkout, IReadOnlyDictionary<string, string> environment) =>
        VariableReader.Of(environment, name) is not null ? "set"
        : Written(name, checkout.Installation.Host).Length > 0 ? $"in {Installation.FileName}"
        : null;

    /// <summary>What may also be written down, because knowing it opens nothing.</summary>
    static string Written(string name, HostConfig host) =>
        name switch
        {
            "VPS_HOST" => host.Address,
            "VPS_USERNAME" => host.User,
            "VPS_HOST_KEY" => host.Key,
            _ => "",
        };
}
