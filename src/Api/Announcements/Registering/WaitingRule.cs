namespace Benevoclic.Api.Announcements.Registering;

/// <summary>What the waiting list has to do with joining.</summary>
enum WaitingRule
{
    /// <summary>Nothing: participants do not wait.</summary>
    Any,

    /// <summary>The association accepts who has waited.</summary>
    MustWait,

    /// <summary>Whom nobody has to accept joins at once, and has no use for a second place.</summary>
    MustNotWait,

    /// <summary>The association takes somebody in, waiting or not.</summary>
    MayWait,
}
