using Benevoclic.Relay.Alerts;

namespace Benevoclic.Relay.Incidents;

/// <summary>What an arriving alert changes.</summary>
enum Change
{
    /// <summary>A repeat, or an end whose beginning we never told.</summary>
    Nothing,
    Open,
    Close,

    /// <summary>Said to be over: go and see.</summary>
    Verify,

    /// <summary>It fires again before the recovery was seen: the same incident goes on.</summary>
    Resume,
}

static class Decision
{
    public static Change For(Phase? phase, AlertStatus status, Ending ending) =>
        (phase, status, ending) switch
        {
            (null, AlertStatus.Firing, _) => Change.Open,
            (Phase.Open, AlertStatus.Resolved, Ending.Verified) => Change.Verify,
            (Phase.Open, AlertStatus.Resolved, Ending.Edited) => Change.Close,
            (Phase.Recovering, AlertStatus.Firing, _) => Change.Resume,
            _ => Change.Nothing,
        };
}
