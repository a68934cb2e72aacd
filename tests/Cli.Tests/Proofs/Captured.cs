using System.Text.Json;

namespace Benevoclic.Cli.Tests.Proofs;

/// <summary>
/// Two configurations, <c>before</c> and <c>after</c>, and what Debian's Prometheus 2.42 and Alertmanager 0.25 answered when they ran
/// them from /etc/it.
/// </summary>
static class Captured
{
    public static readonly IReadOnlyList<string> Files = ["prometheus.yml", "rules/some.yml", "alertmanager.yml"];

    /// <summary>What Prometheus made of each expression of both.</summary>
    public static readonly IReadOnlyDictionary<string, string> Canonical = new[] { "before", "after" }
        .Select(name =>
            JsonSerializer.Deserialize<Dictionary<string, string>>(Read(name, "prometheus.canonical.json"))!
        )
        .SelectMany(forms => forms)
        .DistinctBy(form => form.Key)
        .ToDictionary();

    public static string Read(string configuration, string path) =>
        File.ReadAllText(Path.Combine(Repository.Root, "tests/Cli.Tests/Proofs/Captured", configuration, path));
}
