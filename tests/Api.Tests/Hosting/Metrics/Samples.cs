using Benevoclic.Api.Tests.Frame;

namespace Benevoclic.Api.Tests.Hosting.Metrics;

static class Samples
{
    /// <summary>The lines of /metrics that carry values.</summary>
    public static async Task<string[]> ReadAsync(RunningApi api) => Of(await api.GetTextAsync("/metrics"));

    public static string[] Of(string text) =>
        [.. text.Split('\n').Where(line => line.Length > 0 && !line.StartsWith('#'))];

    public static string NameOf(string sample) => sample.Split('{', ' ')[0];
}
