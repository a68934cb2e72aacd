namespace Benevoclic.Relay.Discord;

/// <summary>Why no answer came.</summary>
enum Failure
{
    /// <summary>Its name cannot be resolved.</summary>
    NoName,
    NoConnection,
    NotSecure,

    /// <summary>A proxy on the way refused.</summary>
    Proxy,

    /// <summary>The connection broke off.</summary>
    BrokenOff,

    /// <summary>It was too late for one.</summary>
    Late,
}

/// <summary>What a person may be told of an answer; never the webhook's address.</summary>
/// <param name="Status">Null when no answer came, and <paramref name="Failure"/> says why.</param>
/// <param name="Said">Discord's own words, in English; empty when there are none.</param>
sealed record Reply(int? Status, Failure? Failure = null, string Said = "");
