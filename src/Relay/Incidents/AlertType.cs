using Benevoclic.Relay.Alerts;
using Benevoclic.Relay.Discord;

namespace Benevoclic.Relay.Incidents;

/// <summary>Which end of an alert is the true one.</summary>
enum Ending
{
    /// <summary>The one that Alertmanager gives.</summary>
    Given,

    /// <summary>The moment at which the relay saw it itself.</summary>
    Seen,
}

/// <summary>What the product means by the alert names it knows.</summary>
static class AlertType
{
    /// <summary>Fires for ever: its arrival proves the way from Prometheus to us, and it is never shown.</summary>
    public const string Watchdog = "Watchdog";

    /// <summary>Sent by a deploy, to see it arrive on Discord.</summary>
    public const string PathTest = "AlertPathTest";

    public const string ServerDown = "ServerDown";
    public const string SystemDown = "SystemDown";
    public const string ServerInactive = "ServerInactive";

    static readonly HashSet<string> Known =
    [
        Watchdog,
        PathTest,
        ServerDown,
        SystemDown,
        ServerInactive,
        "ReplicaDown",
        "HighErrorRate",
        "HighLatency",
        "HighCpu",
        "HighMemory",
        "DiskFull",
    ];

    /// <summary>About the relay: Alertmanager tells Discord by itself, and we must not tell it too when we find it in its list.</summary>
    public static bool IsAboutRelay(Alert alert) => alert.Label("about") == "relay";

    public static Ending EndingOf(string name) => name is ServerDown or SystemDown ? Ending.Seen : Ending.Given;

    public static bool HasOwnEnd(string name) => AtTheEnd(name) != name;

    public static string AtTheEnd(string name) =>
        name switch
        {
            ServerDown => "ServerUp",
            SystemDown => "SystemUp",
            ServerInactive => "ServerActive",
            _ => name,
        };

    /// <summary>A name that may become a metric's label: names from outside would make a series each.</summary>
    public static string ForMetrics(string name) => Known.Contains(name) ? name : "other";

    public static bool IsCritical(Alert alert) =>
        alert.Name is ServerDown or SystemDown || alert.Label("severity") == "critical";

    public static Colour ColourOf(Alert alert) =>
        (alert.Name, alert.Label("severity")) switch
        {
            (ServerDown or SystemDown, _) => Colour.Red,
            (ServerInactive, _) => Colour.Orange,
            (_, "critical") => Colour.Red,
            (_, "info") => Colour.Blue,
            _ => Colour.Orange,
        };
}
