using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Remote;

namespace Benevoclic.Cli.Swarm;

/// <summary>What Swarm keeps for a service and mounts in its tasks, under a name that says its content.</summary>
/// <param name="Kind"><c>configs</c> or <c>secrets</c>, as stack files call them.</param>
/// <param name="Name">Another content is another name: Swarm lets nobody change one.</param>
/// <param name="Path">Where it lies in the release's folder.</param>
/// <param name="Target">Where the container sees it.</param>
sealed record SwarmContent(string Kind, string Name, string Path, string Target)
{
    /// <summary>Of 64 letters that a name may have; as many as tell 2^64 contents apart.</summary>
    const int HashLength = 16;

    public static IReadOnlyList<SwarmContent> Of(string service, RenderedService rendered, string key) =>
        [
            .. rendered
                .Files.OrderBy(file => file.Key, StringComparer.Ordinal)
                .Select(file => Config(service, rendered, file)),
            .. rendered
                .Secrets.Where(secret => secret.Value.Value.Length > 0)
                .OrderBy(secret => secret.Key, StringComparer.Ordinal)
                .Select(secret => Secret(service, secret, key)),
        ];

    /// <summary>For the script that makes them: kind, name and path.</summary>
    public static string Lines(IEnumerable<SwarmContent> contents) =>
        string.Concat(contents.Select(content => $"{content.Kind[..^1]}\t{content.Name}\t{content.Path}\n"));

    static SwarmContent Config(string service, RenderedService rendered, KeyValuePair<string, byte[]> file) =>
        new(
            "configs",
            $"benevoclic-{service}-{ServiceRenderer.Hash([.. System.Text.Encoding.UTF8.GetBytes(file.Key), 0, .. file.Value])[..HashLength]}",
            $"files/{file.Key}",
            $"{rendered.FilesTarget}/{file.Key}"
        );

    // Keyed: the name is in the open, and what is short could be guessed by its hash.
    static SwarmContent Secret(string service, KeyValuePair<string, Secret> secret, string key) =>
        new(
            "secrets",
            $"benevoclic-{service}-{Fingerprint.Of($"{secret.Key}\0{secret.Value.Value}", key)[..HashLength]}",
            $"secrets/{secret.Key}",
            $"/run/secrets/{secret.Key}"
        );
}
