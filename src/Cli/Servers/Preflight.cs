using Benevoclic.Cli.Deploying.Pruning;

namespace Benevoclic.Cli.Servers;

/// <summary>Judges whether a deploy to a host can go well. Pure: a host's answer and our wish in, findings out.</summary>
static class Preflight
{
    /// <summary>A swap runs two containers at once.</summary>
    const long MemoryReserve = 256L << 20;

    static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(5);
    static readonly Version OldestEngine = new(20, 10);
    static readonly Version OldestCompose = new(2, 0);

    public static IReadOnlyList<Finding> Judge(PreflightFacts facts, PreflightWish wish) =>
        [
            Finding.Good($"{wish.Host} lets us in as {facts.User}: {facts.System}"),
            .. Programs(facts),
            Engine(facts),
            Compose(facts),
            .. Swarm(facts, wish),
            Folder(facts, wish),
            Root(facts),
            .. facts.Disks.Select(disk => Disk(disk.Key, disk.Value)),
            Memory(facts),
            Clock(facts, wish),
            .. Ports(facts, wish),
            .. Strangers(facts, wish),
            .. facts.Images.Select(Image),
        ];

    static IEnumerable<Finding> Programs(PreflightFacts facts) =>
        facts.Missing.Count == 0
            ? [Finding.Good("bash, curl, flock, tar and sha256sum are there")]
            : facts.Missing.Select(program =>
                Finding.Problem($"{program} is not on the host", "Type: ./benevoclic setup")
            );

    static Finding Engine(PreflightFacts facts) =>
        facts switch
        {
            { Engine: { } found } when IsOlder(found, OldestEngine) => Finding.Problem(
                $"Docker Engine {found} is older than {OldestEngine}",
                "On the host, type: apt-get update && apt-get install docker.io"
            ),
            { Engine: { } found } => Finding.Good($"Docker Engine {found}"),
            { EngineError: { } error } => Finding.Problem(
                $"Docker does not answer {facts.User}: {error}",
                error.Contains("permission", StringComparison.OrdinalIgnoreCase)
                    ? $"On the host, as root, type: usermod -aG docker {facts.User}"
                    : "On the host, as root, type: systemctl start docker"
            ),
            _ => Finding.Problem("There is no Docker on the host", "Type: ./benevoclic setup"),
        };

    static Finding Compose(PreflightFacts facts) =>
        facts.Compose switch
        {
            null => Finding.Problem("There is no Compose v2 (docker compose) on the host", "Type: ./benevoclic setup"),
            var found when IsOlder(found, OldestCompose) => Finding.Problem(
                $"Compose {found} is older than {OldestCompose}",
                "Type: ./benevoclic setup"
            ),
            var found => Finding.Good($"Compose {found}"),
        };

    static IEnumerable<Finding> Swarm(PreflightFacts facts, PreflightWish wish) =>
        (wish.OnSwarm, facts.Swarm) switch
        {
            (true, "manager") => [Finding.Good("It is a manager of a swarm")],
            (true, "active") =>
            [
                Finding.Problem(
                    "It is a worker of a swarm, and only a manager can be deployed to",
                    "Look which are managers with: ./benevoclic cluster status, and give one to host: in benevoclic.yaml"
                ),
            ],
            (true, _) =>
            [
                Finding.Problem(
                    "It belongs to no swarm, and benevoclic.yaml says engine: swarm",
                    "Type: ./benevoclic cluster init"
                ),
            ],
            _ => [],
        };

    static Finding Folder(PreflightFacts facts, PreflightWish wish) =>
        facts.Folder switch
        {
            "writable" => Finding.Good($"{wish.Folder} is there, and {facts.User} may write in it"),
            "missing" => Finding.Problem($"{wish.Folder} is not on the host yet", "Type: ./benevoclic setup"),
            _ => Finding.Problem($"{facts.User} may not write in {wish.Folder}", "Type: ./benevoclic setup"),
        };

    /// <summary>A secret's file belongs to the user of its container, and only root gives files away.</summary>
    static Finding Root(PreflightFacts facts) =>
        facts.IsRoot
            ? Finding.Good($"{facts.User} may act as root, so that secrets' files can belong to their containers")
            : Finding.Problem(
                $"{facts.User} may not become root without a password, and secrets' files must belong to their containers",
                $"Type: VPS_USERNAME=root ./benevoclic setup --user {facts.User}"
            );

    static Finding Disk(string folder, long free) =>
        free >= DiskSpace.Reserve
            ? Finding.Good($"{DiskSpace.Words(free)} free for {folder}")
            : Finding.Problem(
                $"{DiskSpace.Words(free)} free for {folder}, and an update needs {DiskSpace.Words(DiskSpace.Reserve)}",
                "Type: ./benevoclic prune"
            );

    static Finding Memory(PreflightFacts facts) =>
        facts.FreeMemory >= MemoryReserve
            ? Finding.Good($"{DiskSpace.Words(facts.FreeMemory)} of memory free")
            : Finding.Problem(
                $"{DiskSpace.Words(facts.FreeMemory)} of memory free, and an update needs {DiskSpace.Words(MemoryReserve)}",
                "See who uses it with: ./benevoclic status --host"
            );

    /// <summary>Its clock was read between our two readings; only what lies outside of them is proven.</summary>
    public static TimeSpan Skew(PreflightFacts facts, PreflightWish wish) =>
        facts.Clock.First < wish.Asked.Before ? facts.Clock.First - wish.Asked.Before
        : facts.Clock.Last > wish.Asked.After ? facts.Clock.Last - wish.Asked.After
        : TimeSpan.Zero;

    static Finding Clock(PreflightFacts facts, PreflightWish wish)
    {
        var skew = Skew(facts, wish);
        return skew.Duration() <= ClockTolerance
            ? Finding.Good("Its clock agrees with ours")
            : Finding.Problem(
                $"Its clock is {skew.Duration().TotalSeconds:0} s {(skew < TimeSpan.Zero ? "behind" : "ahead of")} ours; {ClockTolerance.TotalSeconds:0} s are allowed",
                "On the host, as root, type: timedatectl set-ntp true"
            );
    }

    static IEnumerable<Finding> Ports(PreflightFacts facts, PreflightWish wish)
    {
        var ours = facts.Published.Where(port => port.IsOurs).Select(port => port.Port).ToHashSet();
        var byDocker = facts.Published.Where(port => !port.IsOurs).ToLookup(port => port.Port, port => port.Container);
        var taken = wish
            .Ports.Where(port => !ours.Contains(port))
            .Where(port => facts.Listening.Contains(port) || byDocker[port].Any())
            .ToList();
        return taken.Count == 0
            ? [Finding.Good($"Nobody else has the ports {string.Join(", ", wish.Ports.Order())}")]
            : taken.Select(port =>
                byDocker[port].FirstOrDefault() is { } container
                    ? Finding.Problem(
                        $"Port {port} is taken by the container {container}",
                        $"On the host, type: docker rm -f {container} (or give our service another port in benevoclic.yaml)"
                    )
                    : Finding.Problem(
                        $"Port {port} is taken by a program on the host",
                        $"See which, on the host, as root: ss -ltnp 'sport = :{port}'"
                    )
            );
    }

    /// <summary>Docker's rules come before those of ufw: such a port is open to everybody, whatever the firewall says.</summary>
    static IEnumerable<Finding> Strangers(PreflightFacts facts, PreflightWish wish) =>
        facts
            .Published.Where(port => !port.IsOurs && !port.IsLoopback && !wish.Ports.Contains(port.Port))
            .DistinctBy(port => (port.Container, port.Port))
            .Select(port =>
                Finding.Note(
                    $"The container {port.Container}, which is not ours, opens port {port.Port} to everybody, past the firewall",
                    $"If that is not meant, publish it as 127.0.0.1:{port.Port} there"
                )
            );

    static Finding Image(ImageFact image) =>
        image.Where switch
        {
            "here" => Finding.Good($"{image.Name} is on the host"),
            "registry" => Finding.Good($"{image.Name} can be pulled"),
            _ => Finding.Problem(
                $"{image.Name} is neither on the host nor can it be pulled: {image.Error}",
                image.Name.Contains("benevoclic/", StringComparison.Ordinal)
                    ? "Type: ./benevoclic build --push, or set BENEVOCLIC_TAG to a tag that exists"
                    : $"On the host, type: docker pull {image.Name}"
            ),
        };

    /// <summary>Distributions add words of their own: <c>2.26.1-4</c>, <c>26.1.5+dfsg1</c>.</summary>
    static bool IsOlder(string found, Version oldest)
    {
        var numbers = new string([.. found.TrimStart('v').TakeWhile(c => char.IsAsciiDigit(c) || c == '.')]).Trim('.');
        return Version.TryParse(
                numbers.Contains('.', StringComparison.Ordinal) ? numbers : $"{numbers}.0",
                out var version
            )
            && version < oldest;
    }
}
