namespace Benevoclic.Api.Orphans;

/// <summary>The collection `leases`: who may do what only one of several instances should.</summary>
interface ILeases
{
    /// <summary>True for one of all that ask while it lasts. It is not given back: it ends.</summary>
    Task<bool> TakeAsync(string name, DateTimeOffset now, TimeSpan duration, CancellationToken ct);
}
