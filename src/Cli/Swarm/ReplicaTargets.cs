using System.Text;
using System.Text.RegularExpressions;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Swarm;

/// <summary>
/// In Prometheus' file a service is one address. Where it runs more than once, the same lines become a question to DNS, which knows each of
/// its tasks. Pure; on one machine the file stays as it is.
/// </summary>
static partial class ReplicaTargets
{
    /// <param name="files">A service's files, by path.</param>
    /// <param name="stack">All services.</param>
    public static IReadOnlyDictionary<string, byte[]> Find(
        IReadOnlyDictionary<string, byte[]> files,
        IReadOnlyList<Service> stack
    ) =>
        files.ToDictionary(
            file => file.Key,
            file =>
                file.Key.EndsWith(".yml", StringComparison.Ordinal)
                    ? Encoding.UTF8.GetBytes(Find(Encoding.UTF8.GetString(file.Value), stack))
                    : file.Value
        );

    public static string Find(string text, IReadOnlyList<Service> stack) =>
        One()
            .Replace(
                text,
                found =>
                    stack.Any(service => service.Name == found.Groups["name"].Value && service.Swarm.RunsMoreThanOnce)
                        ? $"{found.Groups["indent"].Value}dns_sd_configs:\n{found.Groups["item"].Value}{{names: [tasks.benevoclic-{found.Groups["name"].Value}], type: A, port: {found.Groups["port"].Value}, refresh_interval: 2s}}"
                        : found.Value
            );

    [GeneratedRegex(
        @"^(?<indent> *)static_configs:\n(?<item> *- )targets: \[benevoclic-(?<name>[a-z0-9-]+):(?<port>\d+)\]",
        RegexOptions.Multiline
    )]
    private static partial Regex One();
}
