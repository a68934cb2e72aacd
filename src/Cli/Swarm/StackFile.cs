using System.Globalization;
using Benevoclic.Cli.Config;
using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Stack;
using YamlDotNet.RepresentationModel;

namespace Benevoclic.Cli.Swarm;

/// <summary>
/// Turns the compose file of a release into a file for <c>docker stack deploy</c>; docs/decisions/0010 says what changes and why. Pure.
/// </summary>
/// <param name="service">The service.</param>
/// <param name="scale">How many run of it, when it may run several times.</param>
/// <param name="gate">Seconds that a new task may take until it is healthy.</param>
/// <param name="folder">Our folder on the host: what is mounted from there is on no other node.</param>
sealed class StackFile(Service service, Scale scale, int gate, HostFolder folder)
{
    /// <summary>The stack that all services belong to.</summary>
    public const string Stack = "benevoclic";

    public const string ReplicasLabel = "benevoclic.replicas";

    /// <summary>Where data are, and so everything that keeps some.</summary>
    const string DataNode = "node.labels.benevoclic.data == yes";

    /// <summary>What Compose knows and Swarm refuses or has no use for.</summary>
    static readonly string[] Unknown = ["container_name", "restart", "security_opt", "pid", "labels"];

    bool HasSeveral => service.Swarm.IsReplicated && scale.Replicas > 1;

    /// <summary>Two of it at once would share a port or data.</summary>
    bool StopsFirst => service.Rollout != Rollout.Swap;

    int Replicas => service.Swarm.IsReplicated ? scale.Replicas : 1;

    /// <param name="compose">The compose file of a release.</param>
    /// <param name="contents">What is mounted in its container, without volumes.</param>
    public string Of(string compose, IReadOnlyList<SwarmContent> contents)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(compose));
        var root = (YamlMappingNode)stream.Documents[0].RootNode;
        root.Children.Remove("name");
        root.Children["version"] = Quoted("3.8");
        var own = (YamlMappingNode)root["services"][service.Name];
        Change(own);
        Mount(root, own, contents);
        using var text = new StringWriter { NewLine = "\n" };
        new YamlStream(new YamlDocument(root)).Save(text, assignAnchors: false);
        return text.ToString();
    }

    void Change(YamlMappingNode own)
    {
        var labels = own.Children.TryGetValue("labels", out var given) ? (YamlMappingNode)given : new YamlMappingNode();
        foreach (var key in Unknown)
        {
            own.Children.Remove(key);
        }
        own.Children["labels"] = labels;
        own.Children["networks"] = Networks(own);
        if (own.Children.TryGetValue("ports", out var ports))
        {
            own.Children["ports"] = new YamlSequenceNode(((YamlSequenceNode)ports).Children.Select(HostPort));
        }
        if (HealthCheck() is { } check)
        {
            own.Children["healthcheck"] = check;
        }
        var deploy = own.Children.TryGetValue("deploy", out var limits)
            ? (YamlMappingNode)limits
            : new YamlMappingNode();
        own.Children["deploy"] = deploy;
        Spread(deploy, labels);
        if (!HasSeveral && !service.Swarm.OnAllNodes && service.Volumes.Any(volume => volume.IsNamed))
        {
            deploy.Children["placement"] = new YamlMappingNode("constraints", new YamlSequenceNode(DataNode));
        }
    }

    void Spread(YamlMappingNode deploy, YamlMappingNode labels)
    {
        var update = new YamlMappingNode(
            "order",
            StopsFirst ? "stop-first" : "start-first",
            "parallelism",
            HasSeveral ? "2" : "1",
            "delay",
            "0s",
            "monitor",
            "5s",
            "failure_action",
            "rollback"
        );
        var back = new YamlMappingNode(
            "order",
            StopsFirst ? "stop-first" : "start-first",
            "parallelism",
            "0",
            "monitor",
            "5s"
        );
        var ownLabels = new YamlMappingNode();
        foreach (var (name, value) in labels.Children)
        {
            ownLabels.Add(name, ((YamlScalarNode)value).Value!);
        }
        ownLabels.Add(ReplicasLabel, Quoted(Text(Replicas)));
        deploy.Children["labels"] = ownLabels;
        deploy.Children["mode"] = service.Swarm.OnAllNodes ? "global" : "replicated";
        if (!service.Swarm.OnAllNodes)
        {
            deploy.Children["replicas"] = Text(Replicas);
        }
        deploy.Children["endpoint_mode"] = "dnsrr";
        deploy.Children["update_config"] = update;
        deploy.Children["rollback_config"] = back;
        deploy.Children["restart_policy"] = new YamlMappingNode("condition", "any", "delay", "1s");
    }

    /// <summary>The name under which the others ask for it is the same as on one machine.</summary>
    YamlMappingNode Networks(YamlMappingNode own)
    {
        var networks = new YamlMappingNode();
        if (own.Children.TryGetValue("networks", out var given) && given is YamlMappingNode named)
        {
            foreach (var name in named.Children.Keys)
            {
                networks.Add(
                    ((YamlScalarNode)name).Value!,
                    new YamlMappingNode("aliases", new YamlSequenceNode($"benevoclic-{service.Name}"))
                );
            }
        }
        return networks;
    }

    static YamlNode HostPort(YamlNode port)
    {
        var parts = ((YamlScalarNode)port).Value!.Split(':');
        return new YamlMappingNode("target", parts[^1], "published", parts[^2], "protocol", "tcp", "mode", "host");
    }

    YamlMappingNode? HealthCheck()
    {
        IEnumerable<string> words =
            service.Swarm.Healthy
            ?? ["wget", "-q", "-O", "/dev/null", $"http://127.0.0.1:{Text(service.Port)}{service.Probe}"];
        return words.Any()
            ? new YamlMappingNode(
                "test",
                new YamlSequenceNode(words.Prepend("CMD").Select(word => new YamlScalarNode(word))),
                "interval",
                "3s",
                "timeout",
                "5s",
                "retries",
                "3",
                "start_period",
                $"{Text(gate)}s"
            )
            : null;
    }

    void Mount(YamlMappingNode root, YamlMappingNode own, IReadOnlyList<SwarmContent> contents)
    {
        if (own.Children.TryGetValue("volumes", out var volumes))
        {
            var left = ((YamlSequenceNode)volumes).Children.Where(volume => !IsOurs(volume)).ToList();
            own.Children.Remove("volumes");
            if (left.Count > 0)
            {
                own.Children["volumes"] = new YamlSequenceNode(left);
            }
        }
        foreach (var kind in contents.GroupBy(content => content.Kind))
        {
            var (uses, known) = (new YamlSequenceNode(), new YamlMappingNode());
            foreach (var content in kind)
            {
                uses.Add(new YamlMappingNode("source", content.Name, "target", content.Target));
                known.Add(content.Name, new YamlMappingNode("external", "true"));
            }
            own.Children[kind.Key] = uses;
            root.Children[kind.Key] = known;
        }
    }

    bool IsOurs(YamlNode volume) =>
        volume switch
        {
            YamlScalarNode { Value: { } text } => text.StartsWith($"{folder.Path}/", StringComparison.Ordinal),
            YamlMappingNode mapping => mapping.Children.TryGetValue("source", out var source)
                && $"{((YamlScalarNode)source).Value}/".StartsWith($"{folder.Path}/", StringComparison.Ordinal),
            _ => false,
        };

    static YamlScalarNode Quoted(string text) => new(text) { Style = YamlDotNet.Core.ScalarStyle.DoubleQuoted };

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
