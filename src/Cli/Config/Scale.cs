using System.Globalization;

namespace Benevoclic.Cli.Config;

/// <summary>On how many machines, and how often: <c>engine:</c> and <c>replicas:</c> in benevoclic.yaml.</summary>
/// <param name="Engine">What runs the containers: <c>docker</c> on one machine, or <c>swarm</c> on one or more.</param>
/// <param name="Replicas">How many run of a service that may run several times, 1 to 100; on a swarm only.</param>
sealed record Scale(string Engine, int Replicas)
{
    public const int Most = 100;

    public static readonly IReadOnlyList<string> Engines = ["docker", "swarm"];

    public static readonly Scale OneMachine = new(Engines[0], 1);

    public bool IsSwarm => Engine == "swarm";

    /// <summary>The same values under the names that compose files use.</summary>
    public IEnumerable<KeyValuePair<string, string>> Variables =>
        [new("BENEVOCLIC_ENGINE", Engine), new("BENEVOCLIC_REPLICAS", Replicas.ToString(CultureInfo.InvariantCulture))];

    /// <summary>Several of the API share nothing but what is outside of all of them.</summary>
    public void Report(EdgeChoices edges, Problems problems)
    {
        if (Replicas == 1)
        {
            return;
        }
        if (!IsSwarm)
        {
            problems.Add(
                $"{Installation.FileName} replicas",
                $"should be 1 with engine: docker, found {Replicas}; several run on a swarm only (engine: swarm)"
            );
        }
        Refuse("store", edges.Store, "sqlite", "each replica would have documents of its own; use mongodb", problems);
        Refuse(
            "identity",
            edges.Identity,
            "local",
            "each replica would sign with a key of its own; use firebase",
            problems
        );
        Refuse("files", edges.Files, "disk", "a picture would be on one node only; use s3", problems);
    }

    void Refuse(string key, string found, string alone, string why, Problems problems)
    {
        if (found == alone)
        {
            problems.Add($"{Installation.FileName} {key}", $"cannot be {alone} with {Replicas} replicas: {why}");
        }
    }
}
