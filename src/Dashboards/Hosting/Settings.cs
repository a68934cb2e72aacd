using Benevoclic.Dashboards.Provisioning;

namespace Benevoclic.Dashboards.Hosting;

/// <summary>What the environment says: the settings that Grafana would have been started with.</summary>
/// <param name="Port">Where it listens, on 127.0.0.1.</param>
/// <param name="Dashboards">The folder of the dashboard files.</param>
/// <param name="Home">The uid of the dashboard that <c>/</c> leads to; null for the first one.</param>
/// <param name="Sources">The data sources that panels may ask.</param>
sealed record Settings(int Port, string Dashboards, string? Home, IReadOnlyList<DataSource> Sources);
