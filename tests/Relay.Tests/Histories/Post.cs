using Benevoclic.Relay.Delivery;
using Benevoclic.Relay.Discord;
using Benevoclic.Relay.Incidents;

namespace Benevoclic.Relay.Tests.Histories;

/// <summary>A message in the channel.</summary>
/// <param name="Row">The row of the outbox that sent it.</param>
/// <param name="Number">The journal's; null when the relay was killed before it could note it.</param>
/// <param name="Incidents">The numbers of those it tells of.</param>
/// <param name="Card">As it reads now.</param>
sealed record Post(long Row, long? Number, ErrandKind Kind, Telling Telling, IReadOnlyList<long> Incidents, Card Card)
{
    public bool IsMarked => Card.Footer.Contains("renvoi possible", StringComparison.Ordinal);

    /// <summary>It tells that something has begun.</summary>
    public bool IsBeginning => Kind != ErrandKind.Short;

    /// <summary>Whoever reads it last believes that it is over.</summary>
    public bool IsEnd =>
        Kind is ErrandKind.Whole or ErrandKind.Digest || Kind == ErrandKind.Short && Telling == Telling.Ended;
}
