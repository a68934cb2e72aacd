using Benevoclic.Relay.Discord;
using Benevoclic.Relay.Incidents;

namespace Benevoclic.Relay.Delivery;

enum ErrandKind
{
    /// <summary>A new message.</summary>
    Post,

    /// <summary>A message that exists says something else.</summary>
    Edit,

    /// <summary>A new message for an incident that was over before anybody heard of it.</summary>
    Whole,

    /// <summary>One message for several of those.</summary>
    Digest,

    /// <summary>One message for very many that last.</summary>
    Storm,

    /// <summary>A short new message about an incident whose card exists.</summary>
    Short,
}

/// <summary>The next request to Discord.</summary>
/// <param name="Head">The row that decides how it is sent.</param>
/// <param name="Rows">All that it does, the head among them.</param>
/// <param name="Incidents">Whom it tells of; none for a message about something else.</param>
/// <param name="Card">The ready card of such a message.</param>
/// <param name="Told">The message that tells it already; for <see cref="ErrandKind.Edit"/> and <see cref="ErrandKind.Short"/>.</param>
sealed record Errand(
    ErrandKind Kind,
    OutboxRow Head,
    IReadOnlyList<long> Rows,
    IReadOnlyList<Incident> Incidents,
    Card? Card = null,
    Message? Told = null
);

/// <summary>A row that waits, with what it is about.</summary>
/// <param name="Told">The message that tells it already.</param>
/// <param name="AreAllOver">Every incident that shares its message has ended.</param>
sealed record Candidate(OutboxRow Row, Incident? Incident, Message? Told, bool AreAllOver);
