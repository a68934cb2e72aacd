namespace Benevoclic.Api.Dashboard;

/// <summary>What the address of every dashboard route may ask for.</summary>
/// <remarks>Properties, because the generator of handlers cannot read a constructor that takes a text or none.</remarks>
sealed class DashboardFilter
{
    /// <summary>ISO date; a year ago by default.</summary>
    public string? StartDate { get; set; }

    /// <summary>ISO date, included; in six months by default.</summary>
    public string? EndDate { get; set; }

    /// <summary>A tag that announcements must have.</summary>
    public string? EventType { get; set; }

    /// <summary>ACTIVE, INACTIVE or COMPLETED.</summary>
    public string? Status { get; set; }
}
