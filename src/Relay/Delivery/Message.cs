using Benevoclic.Relay.Discord;

namespace Benevoclic.Relay.Delivery;

enum MessageState
{
    Waiting,
    Delivered,

    /// <summary>There is no webhook: shown on our page only.</summary>
    Local,
    Failed,
}

/// <summary>A message as the page shows it, whatever became of it at Discord.</summary>
/// <param name="Problem">What the last try met, for a person.</param>
/// <param name="DiscordId">What Discord calls it; null when Discord did not say, and it cannot be edited then.</param>
sealed record Message(
    long Id,
    Card Card,
    DateTimeOffset At,
    MessageState State = MessageState.Waiting,
    DateTimeOffset? EditedAt = null,
    string? Problem = null,
    string? DiscordId = null
);
