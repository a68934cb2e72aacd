using Benevoclic.Relay.Discord;

namespace Benevoclic.Relay.Delivery;

/// <summary>How an outbox entry is tried now, after what happened before.</summary>
/// <param name="Edits">Discord's id of the message to edit; null to post a new one.</param>
/// <param name="Failures">Tries that failed and will be repeated.</param>
sealed record Attempt(OutboxEntry Entry, string? Edits, bool IsPlain = false, int Failures = 0)
{
    public DiscordPayload Payload => IsPlain ? DiscordPayload.Plain(Entry.Card) : DiscordPayload.Of(Entry.Card);

    /// <summary>Null when there is nothing more to try.</summary>
    public Attempt? After(Verdict verdict) =>
        verdict switch
        {
            Verdict.RetryLater => this with { Failures = Failures + 1 },
            Verdict.SayItPlainly => this with { IsPlain = true },
            Verdict.PostInstead => this with { Edits = null },
            _ => null,
        };
}
