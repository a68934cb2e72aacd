namespace Benevoclic.Cli.Drills;

/// <summary>A point on the way of a fault to people, and back.</summary>
enum Stage
{
    /// <summary>Prometheus has seen it and waits whether it stays.</summary>
    Pending,
    Firing,
    AtAlertmanager,
    AtRelay,

    /// <summary>The relay has tried, and Discord did not take it.</summary>
    Refused,
    OnDiscord,

    /// <summary>Prometheus does not fire it any more.</summary>
    Quiet,

    /// <summary>Alertmanager does not have it any more.</summary>
    Resolved,

    /// <summary>People were told of the end.</summary>
    Told,
}
