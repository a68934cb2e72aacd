using Benevoclic.Relay.Discord;
using Benevoclic.Relay.Incidents;

namespace Benevoclic.Relay.Delivery;

enum MessageState
{
    Delivered,

    /// <summary>There is no webhook: shown on our page only.</summary>
    Local,
    Failed,
}

/// <summary>A message as people see it, or would.</summary>
/// <param name="Road">1: the webhook; 2: the second one; 0: neither, see the state.</param>
/// <param name="DiscordId">What Discord calls it; null when Discord did not say, and it cannot be edited then.</param>
/// <param name="Problem">What the last try met.</param>
sealed record Message(
    long Id,
    string Subject,
    Telling Telling,
    int Road,
    string? DiscordId,
    Card Card,
    MessageState State,
    DateTimeOffset At,
    DateTimeOffset? EditedAt = null,
    Trouble? Problem = null
);
