namespace Benevoclic.Relay.Discord;

/// <summary>What came back from Discord, reduced to what a decision needs.</summary>
sealed record Answer
{
    /// <summary>Null when no answer came.</summary>
    public int? Status { get; init; }

    /// <summary>The request may have reached Discord although no answer came: sending it again may double the message.</summary>
    public bool MayHaveArrived { get; init; }

    /// <summary>Discord's own error number, such as 10008 for a message that was deleted.</summary>
    public long? Code { get; init; }

    /// <summary>Why no answer came.</summary>
    public Failure? Failure { get; init; }

    /// <summary>Discord's explanation.</summary>
    public string Text { get; init; } = "";

    /// <summary>The id of the stored message.</summary>
    public string? MessageId { get; init; }

    /// <summary>The longest wait that the answer asks for, from the header or the body.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>When a new request may come although this one was the last of its window.</summary>
    public TimeSpan? ResetAfter { get; init; }

    public Reply Reply => new(Status, Failure, Text);
}
