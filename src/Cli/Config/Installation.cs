using System.Globalization;

namespace Benevoclic.Cli.Config;

/// <summary>What differs between installations: <c>benevoclic.yaml</c>, overridden by <c>BENEVOCLIC_…</c> variables.</summary>
/// <param name="Locale">Language of the messages on Discord: <c>fr</c> or <c>en</c>.</param>
/// <param name="PublicAddress">Scheme and host under which people reach the services, without a trailing slash.</param>
/// <param name="Repository">Address of the code's web page, or empty.</param>
/// <param name="Domain">Host name under which the API is served with a certificate, or empty.</param>
/// <param name="Ports">By service; 1 to 65535, each used once.</param>
/// <param name="Host">Where we deploy to.</param>
sealed record Installation(
    string Locale,
    string PublicAddress,
    string Repository,
    string Domain,
    IReadOnlyDictionary<string, int> Ports,
    HostConfig Host
)
{
    public const string FileName = "benevoclic.yaml";
    const string Prefix = "BENEVOCLIC_";
    const string PortsPrefix = Prefix + "PORTS__";
    static readonly string[] Locales = ["fr", "en"];

    /// <summary>What of the API is on the host itself.</summary>
    public EdgeChoices Edges { get; init; } = EdgeChoices.None;

    public Scale Scale { get; init; } = Scale.OneMachine;

    /// <summary>The same values under the names that compose files use.</summary>
    public IReadOnlyDictionary<string, string> Variables =>
        Ports
            .ToDictionary(port => PortVariable(port.Key), port => port.Value.ToString(CultureInfo.InvariantCulture))
            .Append(new(Prefix + "LOCALE", Locale))
            .Append(new(Prefix + "PUBLIC_ADDRESS", PublicAddress))
            .Append(new(Prefix + "REPOSITORY", Repository))
            .Append(new(Prefix + "DOMAIN", Domain))
            .Append(new(Prefix + "STORE", Edges.Store))
            .Append(new(Prefix + "IDENTITY", Edges.Identity))
            .Append(new(Prefix + "FILES", Edges.Files))
            .Concat(Scale.Variables)
            .ToDictionary();

    public static string PortVariable(string service) => PortsPrefix + service.ToUpperInvariant().Replace('-', '_');

    /// <param name="path">benevoclic.yaml.</param>
    /// <param name="defaultPorts">Every service with the port it has when nobody chose another; null when its folder is broken.</param>
    /// <param name="environment">Its variables win over the file.</param>
    /// <param name="problems">Receives everything that is wrong.</param>
    public static Installation Load(
        string path,
        IReadOnlyDictionary<string, int?> defaultPorts,
        IReadOnlyDictionary<string, string> environment,
        Problems problems
    )
    {
        var file = YamlFile.Open(path, FileName, problems);
        var overrides = new Overrides(environment, problems);
        // The file is read first, and in full: a mistake that a variable hides is one all the same.
        var (locale, address, repository) = (file?.OneOf("locale", Locales), Address(file), file?.Text("repository"));
        var domain = HostName(file);
        var edges = new EdgeChoices(
            Choice("store", EdgeChoices.Stores, file, overrides),
            Choice("identity", EdgeChoices.Identities, file, overrides),
            Choice("files", EdgeChoices.FileStores, file, overrides)
        );
        var engine = Choice("engine", Scale.Engines, file, overrides);
        var replicas = file?.Number("replicas", 1, Scale.Most);
        var installation = new Installation(
            overrides.OneOf("LOCALE", Locales) ?? locale ?? "fr",
            overrides.Address("PUBLIC_ADDRESS") ?? address ?? "http://localhost",
            overrides.Text("REPOSITORY") ?? repository ?? "",
            overrides.HostName("DOMAIN") ?? domain ?? "",
            ReadPorts(file?.Section("ports"), defaultPorts, overrides),
            HostConfig.Read(file?.Section("host"), environment, problems)
        )
        {
            Edges = edges,
            Scale = new Scale(
                engine.Length > 0 ? engine : Scale.OneMachine.Engine,
                overrides.Number("REPLICAS", 1, Scale.Most) ?? replicas ?? 1
            ),
        };
        installation.Scale.Report(edges, problems);
        file?.RejectUnknownKeys();
        if (file is not null)
        {
            // Of a file that cannot be read, nobody knows which ports it has.
            ReportSharedPorts(installation.Ports, problems);
        }
        return installation;
    }

    static string? Address(YamlSection? file)
    {
        if (file?.Text("public_address") is not { } text)
        {
            return null;
        }
        if (!IsAddress(text))
        {
            file.Report("public_address", AddressRule(text));
            return null;
        }
        return text.TrimEnd('/');
    }

    static string Choice(string key, IReadOnlyList<string> words, YamlSection? file, Overrides overrides)
    {
        // Here the empty text is a choice too: none.
        var written = file?.Text(key) is { Length: > 0 } ? file.OneOf(key, words) : null;
        return overrides.OneOf(key.ToUpperInvariant(), words) ?? written ?? "";
    }

    static string? HostName(YamlSection? file)
    {
        if (file?.Text("domain") is not { Length: > 0 } text)
        {
            return null;
        }
        if (!IsHostName(text))
        {
            file.Report("domain", HostNameRule(text));
            return null;
        }
        return text;
    }

    static Dictionary<string, int> ReadPorts(
        YamlSection? section,
        IReadOnlyDictionary<string, int?> defaultPorts,
        Overrides overrides
    )
    {
        var ports = new Dictionary<string, int>();
        foreach (var (service, standard) in defaultPorts)
        {
            var written = section?.Number(service, 1, 65535);
            if ((overrides.Port(service) ?? written ?? standard) is { } port)
            {
                ports[service] = port;
            }
        }
        section?.RejectUnknownKeys();
        overrides.RejectUnknownPorts(defaultPorts.Keys);
        return ports;
    }

    static void ReportSharedPorts(IReadOnlyDictionary<string, int> ports, Problems problems)
    {
        foreach (var shared in ports.GroupBy(port => port.Value).Where(group => group.Count() > 1))
        {
            var services = string.Join(" and ", shared.Select(port => port.Key));
            problems.Add($"{FileName} ports", $"{services} share port {shared.Key}; each service needs its own");
        }
    }

    static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        // As text, because a Uri does not tell http://host:80 from http://host.
        && text.TrimEnd('/').Equals($"{uri.Scheme}://{uri.Host}", StringComparison.OrdinalIgnoreCase);

    static string AddressRule(string found) =>
        $"should be http:// or https:// and a host, without port or path (such as https://api.example.org), found \"{found}\"";

    static bool IsHostName(string text) => Uri.CheckHostName(text) == UriHostNameType.Dns && text.Contains('.');

    static string HostNameRule(string found) =>
        $"should be a host name without scheme, port or path (such as api.example.org), found \"{found}\"";

    sealed class Overrides(IReadOnlyDictionary<string, string> environment, Problems problems)
    {
        public string? Text(string name) => VariableReader.Of(environment, Prefix + name);

        public string? OneOf(string name, IReadOnlyList<string> choices)
        {
            if (Text(name) is { } text && !choices.Contains(text))
            {
                problems.Add(
                    $"variable {Prefix}{name}",
                    $"should be one of {string.Join(", ", choices)}, found \"{text}\""
                );
                return null;
            }
            return Text(name);
        }

        public string? Address(string name)
        {
            if (Text(name) is { } text && !IsAddress(text))
            {
                problems.Add($"variable {Prefix}{name}", AddressRule(text));
                return null;
            }
            return Text(name)?.TrimEnd('/');
        }

        public string? HostName(string name)
        {
            if (Text(name) is { } text && !IsHostName(text))
            {
                problems.Add($"variable {Prefix}{name}", HostNameRule(text));
                return null;
            }
            return Text(name);
        }

        public int? Number(string name, int min, int max)
        {
            if (Text(name) is { } text && WholeNumber.Parse(text, min, max) is null)
            {
                problems.Add(
                    $"variable {Prefix}{name}",
                    $"should be a number between {min} and {max}, found \"{text}\""
                );
            }
            return Text(name) is { } number ? WholeNumber.Parse(number, min, max) : null;
        }

        public int? Port(string service) =>
            Text(PortVariable(service)[Prefix.Length..]) is { } text ? WholeNumber.Parse(text, 1, 65535) : null;

        public void RejectUnknownPorts(IEnumerable<string> services)
        {
            // The first of two whose names differ only in what a variable cannot show; ServiceFile refuses such names.
            var known = services.GroupBy(PortVariable).ToDictionary(group => group.Key, group => group.First());
            foreach (
                var (name, value) in environment
                    .Where(pair => pair.Key.StartsWith(PortsPrefix, StringComparison.Ordinal) && pair.Value.Length > 0)
                    .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            )
            {
                if (!known.TryGetValue(name, out var service))
                {
                    problems.Add($"variable {name}", $"names no service; {Nearest.Hint(name, known.Keys)}");
                }
                else if (Port(service) is null)
                {
                    problems.Add($"variable {name}", $"should be a number between 1 and 65535, found \"{value}\"");
                }
            }
        }
    }
}
