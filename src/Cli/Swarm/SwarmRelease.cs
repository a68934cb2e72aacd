using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Swarm;

/// <summary>A service as it will be on a swarm: rendered as for one machine, then made a stack file.</summary>
static class SwarmRelease
{
    /// <param name="rendered">The service as it would be on one machine.</param>
    /// <param name="service">The service.</param>
    /// <param name="checkout">Says how many run, and which others run more than once.</param>
    /// <param name="key">Under which fingerprints are made on that host.</param>
    public static RenderedService Of(RenderedService rendered, Service service, Checkout checkout, string key)
    {
        var found = rendered with { Files = ReplicaTargets.Find(rendered.Files, checkout.Stack.Services) };
        var host = checkout.Installation.Host;
        var contents = SwarmContent.Of(service.Name, found, key);
        var stack = new StackFile(service, checkout.Installation.Scale, host.Gate, new HostFolder(host.Folder));
        var definition = ServiceRenderer.Hash(stack.Of(rendered.Compose(Neutral), []));
        return found with
        {
            Definition = definition,
            Compose = release => stack.Of(WithDefinition(rendered, release, definition), contents),
            Contents = contents,
        };
    }

    const string Neutral = "RELEASE";

    static string WithDefinition(RenderedService rendered, string release, string definition) =>
        rendered.Compose(release).Replace(rendered.Definition, definition, StringComparison.Ordinal);
}
