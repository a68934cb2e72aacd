using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Deploying;

/// <summary>Compares what is wanted with the last release and with what is really live. Pure.</summary>
static class Planner
{
    /// <param name="service">The service.</param>
    /// <param name="wanted">As it should be.</param>
    /// <param name="image">The image it should run.</param>
    /// <param name="facts">As it is.</param>
    /// <param name="key">Under which fingerprints are made on that host.</param>
    public static ServicePlan Plan(
        Service service,
        RenderedService wanted,
        string image,
        ServiceFacts facts,
        string key
    )
    {
        var container = Container(wanted, image, facts, key).ToList();
        var files = Files(wanted, facts).ToList();
        Way? way = (container, files) switch
        {
            ([], []) => null,
            ([], _) when service.Rollout == Rollout.Reload => Way.Reload,
            _ when service.Rollout == Rollout.Swap => Way.Swap,
            _ => Way.Recreate,
        };
        return new ServicePlan(service, way, [.. container, .. files], wanted, image, facts);
    }

    /// <summary>What only a new container brings about.</summary>
    static IEnumerable<string> Container(RenderedService wanted, string image, ServiceFacts facts, string key)
    {
        if (facts.Last is not { } last)
        {
            yield return facts.Container is null ? "not there yet" : "its container was not made by a deploy";
            yield break;
        }
        if (last.Image != image)
        {
            yield return $"image: {last.Image} -> {image}";
        }
        foreach (var reason in Environment(wanted, last, key))
        {
            yield return reason;
        }
        if (last.Definition != wanted.Definition && last.Image == image && !Environment(wanted, last, key).Any())
        {
            yield return "definition: its compose file changed";
        }
        foreach (var drift in Drift(last, facts.Container))
        {
            yield return drift;
        }
    }

    static IEnumerable<string> Environment(RenderedService wanted, Release last, string key)
    {
        foreach (var (name, value) in wanted.Environment)
        {
            if (!last.Environment.TryGetValue(name, out var before))
            {
                yield return $"environment: {name} is new";
            }
            else if (before != Fingerprint.Of(value, key))
            {
                yield return $"environment: {name} changed";
            }
        }
        foreach (var name in last.Environment.Keys.Except(wanted.Environment.Keys))
        {
            yield return $"environment: {name} is gone";
        }
    }

    static IEnumerable<string> Drift(Release last, ContainerFacts? container) =>
        container switch
        {
            null => ["drift: its container is gone from the host"],
            { Release: null } => ["drift: its container was made by hand"],
            { Definition: var definition } when definition != last.Definition =>
            [
                $"drift: the live container belongs to the release {container.Release}, not {last.Id}",
            ],
            { Scaled: { } count } => [$"drift: it was scaled to {count} by hand"],
            { IsRunning: false } => ["drift: its container is stopped"],
            _ => [],
        };

    static IEnumerable<string> Files(RenderedService wanted, ServiceFacts facts)
    {
        if (facts.Last is not { } last)
        {
            yield break;
        }
        foreach (var (path, bytes) in wanted.Files)
        {
            var hash = ServiceRenderer.Hash(bytes);
            if (last.Files.GetValueOrDefault(path) != hash)
            {
                yield return last.Files.ContainsKey(path) ? $"file: {path} changed" : $"file: {path} is new";
            }
            else if (facts.Files.GetValueOrDefault(path) != hash)
            {
                yield return $"drift: {path} was {(facts.Files.ContainsKey(path) ? "edited" : "removed")} on the host";
            }
        }
        foreach (var path in last.Files.Keys.Except(wanted.Files.Keys))
        {
            yield return $"file: {path} is gone";
        }
        foreach (var path in facts.Files.Keys.Except(last.Files.Keys).Except(wanted.Files.Keys))
        {
            yield return $"drift: {path} was put there by hand";
        }
    }
}
