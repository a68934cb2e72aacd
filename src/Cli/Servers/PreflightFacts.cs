using System.Globalization;
using System.Net;

namespace Benevoclic.Cli.Servers;

/// <summary>What a host is: the answer of <c>preflight.sh</c>.</summary>
/// <param name="System">Its distribution in words.</param>
/// <param name="User">Who we are there.</param>
/// <param name="IsRoot">We are root, or may become it without a password.</param>
/// <param name="Missing">Programs that are not there.</param>
/// <param name="Folder">Our folder: <c>writable</c>, <c>closed</c> or <c>missing</c>.</param>
/// <param name="Engine">Its version; null when it does not answer.</param>
/// <param name="EngineError">Why it does not answer; null when there is none at all.</param>
/// <param name="Compose">Its version, or null.</param>
/// <param name="Disks">Free bytes by folder.</param>
/// <param name="FreeMemory">Bytes that a new process can have.</param>
/// <param name="Clock">Its clock when the script began and when it ended.</param>
/// <param name="Listening">Ports that somebody listens on, of any address but loopback.</param>
/// <param name="Published">Ports that Docker opened.</param>
/// <param name="Images">Where each image is.</param>
sealed record PreflightFacts(
    string System,
    string User,
    bool IsRoot,
    IReadOnlyList<string> Missing,
    string Folder,
    string? Engine,
    string? EngineError,
    string? Compose,
    IReadOnlyDictionary<string, long> Disks,
    long FreeMemory,
    (DateTimeOffset First, DateTimeOffset Last) Clock,
    IReadOnlyCollection<int> Listening,
    IReadOnlyList<PublishedPort> Published,
    IReadOnlyList<ImageFact> Images
)
{
    /// <summary>What it is to a swarm: <c>manager</c>, <c>active</c> for a worker, <c>inactive</c>.</summary>
    public string Swarm { get; init; } = "";

    public static PreflightFacts Parse(string text)
    {
        var facts = text.Split('\n').Select(line => line.Split('\t')).ToLookup(parts => parts[0], parts => parts[1..]);
        string First(string name, int part = 0) =>
            facts[name].Where(parts => parts.Length > part).Select(parts => parts[part]).FirstOrDefault("");
        var engine = First("engine");
        return new PreflightFacts(
            First("os"),
            First("user"),
            First("root") == "yes",
            [.. facts["missing"].Select(parts => parts[0])],
            First("folder"),
            engine is "absent" or "silent" or "" ? null : engine,
            engine == "silent" ? First("engine", 1) : null,
            First("compose") is { Length: > 0 } compose ? compose : null,
            facts["disk"]
                .Where(parts => parts[1].Length > 0)
                .DistinctBy(parts => parts[0])
                .ToDictionary(parts => parts[0], parts => Kilobytes(parts[1])),
            Kilobytes(First("memory", 1)),
            (Moment(facts["clock"].First()[0]), Moment(facts["clock"].Last()[0])),
            [.. facts["listen"].Select(parts => OpenPort(parts[0])).OfType<int>().Distinct()],
            [.. facts["published"].Select(PublishedPort.Of)],
            [.. facts["image"].Select(parts => new ImageFact(parts[0], parts[1], parts.ElementAtOrDefault(2)))]
        )
        {
            Swarm = First("swarm"),
        };
    }

    static long Kilobytes(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count * 1024 : 0;

    static DateTimeOffset Moment(string seconds) =>
        DateTimeOffset.UnixEpoch.AddSeconds(double.Parse(seconds, CultureInfo.InvariantCulture));

    /// <param name="address">As in /proc/net/tcp: the address in the machine's byte order, a colon, the port; hexadecimal.</param>
    static int? OpenPort(string address)
    {
        var parts = address.Split(':');
        var bytes = Convert.FromHexString(parts[0]);
        foreach (var word in bytes.Chunk(4).Select((chunk, at) => (chunk, at)))
        {
            word.chunk.Reverse().ToArray().CopyTo(bytes, word.at * 4);
        }
        return IPAddress.IsLoopback(new IPAddress(bytes)) ? null : Convert.ToInt32(parts[1], 16);
    }
}

/// <summary>A port that Docker opened, past the machine's firewall.</summary>
/// <param name="Container">Whose it is.</param>
/// <param name="IsOurs">The container is one of our services.</param>
/// <param name="Address">On which address of the host.</param>
/// <param name="Port">The port there.</param>
sealed record PublishedPort(string Container, bool IsOurs, string Address, int Port)
{
    public bool IsLoopback => IPAddress.TryParse(Address, out var address) && IPAddress.IsLoopback(address);

    public static PublishedPort Of(string[] parts) =>
        new(parts[0].TrimStart('/'), parts[1] == "yes", parts[2], int.Parse(parts[3], CultureInfo.InvariantCulture));
}

/// <summary>An image that a deploy needs.</summary>
/// <param name="Name">As the compose file names it.</param>
/// <param name="Where"><c>here</c>, <c>registry</c> or <c>nowhere</c>.</param>
/// <param name="Error">What the engine said.</param>
sealed record ImageFact(string Name, string Where, string? Error);
