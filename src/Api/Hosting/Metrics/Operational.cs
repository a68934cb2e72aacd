namespace Benevoclic.Api.Hosting.Metrics;

/// <summary>Marks an endpoint that is called to watch or describe us: open to all, and no sign of life of a user.</summary>
sealed class Operational
{
    public static readonly Operational Mark = new();
}
