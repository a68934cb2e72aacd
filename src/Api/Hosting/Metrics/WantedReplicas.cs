using System.Diagnostics.Metrics;
using System.Globalization;

namespace Benevoclic.Api.Hosting.Metrics;

/// <summary>
/// How many of this API should run, as its deploy said: BENEVOCLIC_REPLICAS, 1 unless set. ReplicaDown compares it with how many answer, for
/// Prometheus cannot know of one that has never been there.
/// </summary>
sealed class WantedReplicas
{
    public const string Setting = "BENEVOCLIC_REPLICAS";

    public WantedReplicas(IConfiguration configuration, IMeterFactory meters)
    {
        var count = int.TryParse(configuration[Setting], NumberStyles.None, CultureInfo.InvariantCulture, out var set)
            ? set
            : 1;
        meters
            .Create(LastRequest.MeterName)
            .CreateObservableGauge("benevoclic.replicas", () => count, null, "How many of this API should run.");
    }
}
