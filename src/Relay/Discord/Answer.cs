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

    /// <summary>Discord's explanation, or what the network said.</summary>
    public string Text { get; init; } = "";

    /// <summary>The id of the stored message.</summary>
    public string? MessageId { get; init; }

    /// <summary>The longest wait that the answer asks for, from the header or the body.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>When a new request may come although this one was the last of its window.</summary>
    public TimeSpan? ResetAfter { get; init; }

    /// <summary>In words, for logs and the page; never with the webhook's address.</summary>
    public string Words =>
        Status is null ? Text
        : Text.Length == 0 ? $"Discord answered {Status}"
        : $"Discord answered {Status}: {Text}";
}
