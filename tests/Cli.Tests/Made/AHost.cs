using Benevoclic.Cli.Deploying;

namespace Benevoclic.Cli.Tests.Made;

/// <summary>Releases, their verdicts and what serves, for tests of decisions. Ids sort by their names: r1, r2, …</summary>
static class AHost
{
    public static Release Release(string service, string id) =>
        new(
            id,
            service,
            $"{service}@sha256:{id}",
            "definition",
            new Dictionary<string, string>(),
            new Dictionary<string, string>(),
            "marie",
            DateTimeOffset.UnixEpoch
        );

    /// <param name="deploy">The act.</param>
    /// <param name="service">The service.</param>
    /// <param name="release">Its release.</param>
    /// <param name="state">How it ended.</param>
    public static JournalEntry Verdict(
        string deploy,
        string service,
        string release,
        DeployState state = DeployState.Committed
    ) => new(DateTimeOffset.UnixEpoch, deploy, service, release, state, "marie");

    /// <param name="serving">By service: the release that serves.</param>
    public static HostFacts Serving(params IReadOnlyList<(string Service, string Release)> serving) =>
        new(
            "key",
            DeployActivity.None,
            [],
            serving.ToDictionary(
                one => one.Service,
                one => ServiceFacts.None with { Last = Release(one.Service, one.Release) }
            )
        );
}
