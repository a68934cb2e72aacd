namespace Benevoclic.Dashboards.Provisioning;

/// <summary>A provisioned data source.</summary>
/// <param name="Uid">The name under which panels ask for it.</param>
/// <param name="Type">prometheus, alertmanager, …</param>
/// <param name="Url">Where it answers.</param>
/// <param name="Interval">Seconds between two scrapes, as Grafana is told: the shortest step of a range, and a quarter of <c>$__rate_interval</c>.</param>
sealed record DataSource(string Uid, string Type, Uri Url, int Interval)
{
    public bool IsPrometheus => Type == "prometheus";
}
