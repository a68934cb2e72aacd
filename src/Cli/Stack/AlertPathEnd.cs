namespace Benevoclic.Cli.Stack;

/// <summary>Which end of the way of an alert to people a service is.</summary>
enum AlertPathEnd
{
    /// <summary>Takes alerts, as Alertmanager does at /api/v2/alerts.</summary>
    Entrance,

    /// <summary>Hands them to people, and says at /alert-path/DEPLOY/SERVICE what became of a deploy's test alert.</summary>
    Exit,
}
