using System.Security.Cryptography;
using System.Text;
using Benevoclic.Cli.Config;
using Benevoclic.Cli.Images;
using Benevoclic.Cli.Remote;
using Benevoclic.Cli.Stack;
using YamlDotNet.RepresentationModel;

namespace Benevoclic.Cli.Deploying;

/// <summary>
/// Turns a service's compose file into the one of a release: variables put in, image by digest, a name and an alias of its own.
/// The result works by hand with <c>docker compose -f … up -d</c>.
/// </summary>
sealed class ServiceRenderer(Checkout checkout, HostFolder folder, IReadOnlyDictionary<string, string> environment)
{
    /// <summary>Stands for the release's id while the definition is compared.</summary>
    const string AnyRelease = "RELEASE";

    /// <param name="service">The service.</param>
    /// <param name="image">Its image as the host will run it.</param>
    /// <exception cref="CommandException">A variable cannot be put in.</exception>
    public RenderedService Render(Service service, string image)
    {
        var target = service.Volumes.FirstOrDefault(volume => volume.Source is ['.', ..])?.Target;
        var neutral = Compose(service, image, AnyRelease, "");
        var definition = Hash(neutral);
        return new RenderedService(
            definition,
            release => Compose(service, image, release, definition),
            target is null ? new Dictionary<string, byte[]>() : Files(service),
            target,
            service.Environment.ToDictionary(pair => pair.Key, pair => Put(pair.Value, AnyRelease)),
            Secrets(service),
            VolumesOf(neutral)
        );
    }

    /// <summary>The image that the compose file names, variables put in.</summary>
    public string ImageOf(Service service) =>
        Put(
            service.Image,
            name =>
                name == ImagePlan.TagVariable && checkout.Tags.TryGetValue(service.Name, out var tag)
                    ? tag
                    : Variable(name, "dev")
        );

    string Compose(Service service, string image, string release, string definition)
    {
        var stream = new YamlStream();
        using (var reader = new StreamReader(Path.Combine(service.Folder, ServiceFile.FileName)))
        {
            stream.Load(reader);
        }
        var root = (YamlMappingNode)PutIn(stream.Documents[0].RootNode, release);
        root.Children.Remove("x-benevoclic");
        root.Children["name"] = $"benevoclic-{service.Name}-{release}";
        MakeExternal(root, "networks");
        MakeExternal(root, "volumes");
        Fill((YamlMappingNode)root["services"][service.Name], service, image, release, definition);
        using var text = new StringWriter { NewLine = "\n" };
        new YamlStream(new YamlDocument(root)).Save(text, assignAnchors: false);
        return text.ToString();
    }

    void Fill(YamlMappingNode own, Service service, string image, string release, string definition)
    {
        own.Children["image"] = image;
        own.Children["container_name"] = $"benevoclic-{service.Name}-{release}";
        own.Children["labels"] = new YamlMappingNode(
            ContainerFacts.ServiceLabel,
            service.Name,
            ContainerFacts.ReleaseLabel,
            release,
            ContainerFacts.DefinitionLabel,
            definition
        );
        if (own.Children.TryGetValue("networks", out var networks))
        {
            own.Children["networks"] = Aliased(networks, $"{service.Name}-{release}");
        }
        if (own.Children.TryGetValue("volumes", out var volumes))
        {
            Mount((YamlSequenceNode)volumes, service, release);
        }
        if (own.Children.TryGetValue("ports", out var ports))
        {
            // An empty host port is a door that this installation does not have.
            ((YamlSequenceNode)ports)
                .Children.ToList()
                .Where(IsAnyPort)
                .ToList()
                .ForEach(port => ((YamlSequenceNode)ports).Children.Remove(port));
        }
        HideSecrets(own, service, release);
    }

    static bool IsAnyPort(YamlNode port) =>
        port is YamlScalarNode { Value: { } text } && text.Split(':') is [.., "", _];

    /// <summary>A secret leaves the environment, which `docker inspect` shows to everybody, and becomes a file.</summary>
    void HideSecrets(YamlMappingNode own, Service service, string release)
    {
        foreach (var (name, secret) in Secrets(service))
        {
            var environment = (YamlMappingNode)own.Children["environment"];
            environment.Children.Remove(name);
            if (secret.Value.Length == 0)
            {
                continue;
            }
            environment.Children[$"{name}_FILE"] = $"/run/secrets/{name}";
            if (!own.Children.ContainsKey("volumes"))
            {
                own.Children["volumes"] = new YamlSequenceNode();
            }
            ((YamlSequenceNode)own.Children["volumes"]).Add(
                $"{folder.Secrets(service.Name, release)}/{name}:/run/secrets/{name}:ro"
            );
        }
    }

    Dictionary<string, Secret> Secrets(Service service) =>
        service.Secrets.ToDictionary(
            secret => secret.Name,
            secret => new Secret(Put(service.Environment.GetValueOrDefault(secret.Name, ""), AnyRelease))
        );

    static List<string> VolumesOf(string compose)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(compose));
        var root = (YamlMappingNode)stream.Documents[0].RootNode;
        return root.Children.TryGetValue("volumes", out var volumes)
            ? [.. ((YamlMappingNode)volumes).Children.Values.Select(volume => ((YamlScalarNode)volume["name"]).Value!)]
            : [];
    }

    /// <summary>The service's folder becomes the release's copy of it, or the one that is changed in place.</summary>
    void Mount(YamlSequenceNode volumes, Service service, string release)
    {
        var files = service.Rollout == Rollout.Reload ? folder.Live(service.Name) : folder.Files(service.Name, release);
        foreach (var volume in volumes.Children.OfType<YamlScalarNode>())
        {
            if (volume.Value is ['.', ..] text)
            {
                var parts = text.Split(':', 2);
                volume.Value = $"{Path.Join(files, parts[0][1..]).TrimEnd('/')}:{parts[1]}";
            }
        }
    }

    static YamlMappingNode Aliased(YamlNode networks, string alias)
    {
        var names = networks is YamlSequenceNode list
            ? list.Children.Select(name => ((YamlScalarNode)name).Value!)
            : ((YamlMappingNode)networks).Children.Keys.Select(name => ((YamlScalarNode)name).Value!);
        var aliased = new YamlMappingNode();
        foreach (var name in names)
        {
            aliased.Add(name, new YamlMappingNode("aliases", new YamlSequenceNode(alias)));
        }
        return aliased;
    }

    /// <summary>Networks and volumes outlive releases: we make them, no release owns them.</summary>
    static void MakeExternal(YamlMappingNode root, string kind)
    {
        if (root.Children.TryGetValue(kind, out var all) && all is YamlMappingNode named)
        {
            foreach (var key in named.Children.Keys.ToList())
            {
                var name =
                    named[key] is YamlMappingNode own && own.Children.TryGetValue("name", out var given) ? given : key;
                named.Children[key] = new YamlMappingNode("name", ((YamlScalarNode)name).Value!, "external", "true");
            }
        }
    }

    YamlNode PutIn(YamlNode node, string release)
    {
        switch (node)
        {
            case YamlScalarNode { Value: { } value } scalar:
                // What is left of a dollar sign is meant: Compose must not read it a second time.
                scalar.Value = Put(value, release).Replace("$", "$$", StringComparison.Ordinal);
                break;
            case YamlSequenceNode sequence:
                sequence.Children.ToList().ForEach(child => PutIn(child, release));
                break;
            case YamlMappingNode mapping:
                mapping.Children.Values.ToList().ForEach(child => PutIn(child, release));
                break;
        }
        return node;
    }

    string Put(string text, string release) => Put(text, name => Variable(name, release));

    static string Put(string text, Func<string, string?> variable)
    {
        try
        {
            return Interpolation.Apply(text, variable);
        }
        catch (FormatException e)
        {
            throw new CommandException(ExitCode.Usage, e.Message);
        }
    }

    string? Variable(string name, string release) =>
        name switch
        {
            "BENEVOCLIC_RELEASE" => release,
            "BENEVOCLIC_UPSTREAMS" => folder.Upstreams,
            // On a laptop doors open to this machine only; a server is there for others.
            "BENEVOCLIC_BIND" => environment.GetValueOrDefault(name) ?? "0.0.0.0",
            _ => checkout.Installation.Variables.GetValueOrDefault(name) ?? environment.GetValueOrDefault(name),
        };

    static Dictionary<string, byte[]> Files(Service service) =>
        Directory
            .EnumerateFiles(service.Folder, "*", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(service.Folder, path), File.ReadAllBytes);

    public static string Hash(string text) => Hash(Encoding.UTF8.GetBytes(text));

    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
