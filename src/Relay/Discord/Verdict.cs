namespace Benevoclic.Relay.Discord;

/// <summary>What to do after a try to hand a message to Discord.</summary>
abstract record Verdict
{
    /// <param name="MessageId">Null when Discord did not say: no edit is possible later.</param>
    /// <param name="Pause">How long Discord wants to be left alone before the next message.</param>
    public sealed record Delivered(string? MessageId, TimeSpan Pause) : Verdict;

    /// <param name="After">Null: nobody said how long, so wait a little longer each time.</param>
    /// <param name="AtLeast">The shortest sensible first wait.</param>
    /// <param name="IsLimit">Discord is well, we were too fast.</param>
    /// <param name="MayHaveArrived">No answer came, so the message may be in the channel.</param>
    public sealed record RetryLater(
        TimeSpan? After,
        TimeSpan AtLeast,
        TimeSpan AtMost,
        bool IsLimit = false,
        bool MayHaveArrived = false
    ) : Verdict;

    /// <summary>Discord does not like our card: send the same in plain words.</summary>
    public sealed record SayItPlainly : Verdict;

    /// <summary>The message is gone: post a new one.</summary>
    public sealed record PostInstead : Verdict;

    /// <summary>The message is too old to be edited again.</summary>
    public sealed record LeaveIt : Verdict;

    /// <summary>The webhook itself is gone: knocking again only makes Discord angry.</summary>
    /// <param name="IsDiscord">False: it is somebody else who answers there.</param>
    public sealed record WebhookGone(bool IsDiscord) : Verdict;

    /// <summary>Discord does not take it in any form.</summary>
    public sealed record Rejected : Verdict;
}
