using Benevoclic.Relay.Discord;
using Benevoclic.Relay.Incidents;
using Benevoclic.Relay.Journaling;
using Benevoclic.Relay.Texts;

namespace Benevoclic.Relay.Delivery;

/// <summary>Finds the words of an errand, at the moment at which it leaves.</summary>
sealed class Composer(CardWriter writer, TimeProvider time)
{
    /// <summary>What is shown later than that says so, and why.</summary>
    static readonly TimeSpan Late = TimeSpan.FromMinutes(1);

    public Card CardOf(Sql sql, Errand errand)
    {
        var card = errand.Card ?? Words(sql, errand);
        return errand.Kind == ErrandKind.Edit
            ? writer.Noted(card, writer.MayRepeat(errand.Told!.Card))
            : writer.Noted(card, errand.Head.MayRepeat, LateBy(errand), errand.Head.Problem);
    }

    Card Words(Sql sql, Errand errand) =>
        errand.Kind switch
        {
            ErrandKind.Whole => writer.Whole(errand.Incidents[0]),
            ErrandKind.Digest => writer.Digest(errand.Incidents),
            ErrandKind.Storm => writer.Storm(errand.Incidents),
            ErrandKind.Short => writer.Short(errand.Head.Telling, errand.Incidents[0], Sharers(sql, errand)),
            ErrandKind.Edit when errand.Incidents[0].IsGathered => writer.Storm(Sharers(sql, errand)),
            _ => writer.Of(errand.Incidents[0]),
        };

    static IReadOnlyList<Incident> Sharers(Sql sql, Errand errand) =>
        errand.Told is { } told && errand.Incidents[0].IsGathered
            ? IncidentTable.ToldBy(sql, told.Id)
            : errand.Incidents;

    TimeSpan? LateBy(Errand errand) => time.GetUtcNow() - errand.Head.At is var late && late > Late ? late : null;
}
