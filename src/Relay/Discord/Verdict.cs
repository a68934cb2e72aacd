namespace Benevoclic.Relay.Discord;

/// <summary>What to do after a try to hand a message to Discord.</summary>
abstract record Verdict
{
    /// <param name="MessageId">Null when Discord did not say: no edit is possible later.</param>
    /// <param name="Pause">How long Discord wants to be left alone before the next message.</param>
    public sealed record Delivered(string? MessageId, TimeSpan Pause) : Verdict;

    /// <param name="After">Null: nobody said how long, so wait a little longer each time.</param>
    /// <param name="AtLeast">The shortest sensible first wait.</param>
    public sealed record RetryLater(TimeSpan? After, TimeSpan AtLeast, TimeSpan AtMost) : Verdict;

    /// <summary>Discord does not like our card: send the same in plain words.</summary>
    public sealed record SayItPlainly : Verdict;

    /// <summary>The message cannot be edited any more: post a new one.</summary>
    public sealed record PostInstead : Verdict;

    /// <param name="Advice">What a person can do about it.</param>
    public sealed record Rejected(string Advice) : Verdict;
}
