using Benevoclic.Relay.Discord;
using Benevoclic.Relay.Incidents;

namespace Benevoclic.Relay.Delivery;

enum RowState
{
    Waiting,

    /// <summary>Written before the request leaves. Found at start, it means: nobody knows whether it arrived.</summary>
    Sending,
    Sent,

    /// <summary>What it would have said is in another message, or is not true any more.</summary>
    Dropped,
    Failed,
}

/// <summary>One thing to do at Discord.</summary>
/// <param name="Incident">Whose; null for a message about something else, which then has its <paramref name="Card"/>.</param>
/// <param name="At">When what it tells was heard of.</param>
/// <param name="Until">After that it is not worth saying any more; null when it always is.</param>
/// <param name="MayRepeat">It may have arrived already.</param>
/// <param name="IsPlain">Discord refused the card: the words alone.</param>
/// <param name="IsFiled">It is in the file of what could not be told in time.</param>
sealed record OutboxRow(
    long Id,
    string Subject,
    long? Incident,
    Telling Telling,
    Card? Card,
    DateTimeOffset? Until,
    DateTimeOffset At,
    int Attempts,
    bool MayRepeat,
    bool IsPlain,
    bool IsFiled,
    Trouble? Problem
);
