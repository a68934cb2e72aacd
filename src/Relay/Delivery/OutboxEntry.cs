using Benevoclic.Relay.Discord;

namespace Benevoclic.Relay.Delivery;

/// <summary>One thing to do at Discord: post a message, or edit the one posted earlier under the same number.</summary>
/// <param name="Until">After that it is not worth saying any more; null when it always is.</param>
sealed record OutboxEntry(long MessageId, Card Card, bool IsEdit, DateTimeOffset? Until = null);
