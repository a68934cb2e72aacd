namespace Benevoclic.Relay.Incidents;

/// <summary>What one row of the outbox asks for.</summary>
enum Telling
{
    /// <summary>A new message.</summary>
    Card,

    /// <summary>The message of the same subject says something else now. Nobody is notified by that.</summary>
    Update,

    /// <summary>A short new message: it is over.</summary>
    Ended,

    /// <summary>A short new message: it is back.</summary>
    Relapse,

    /// <summary>A short new message: the deploy has not brought it back within its limit.</summary>
    Overdue,
}
