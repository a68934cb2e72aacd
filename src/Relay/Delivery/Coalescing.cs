using Benevoclic.Relay.Incidents;

namespace Benevoclic.Relay.Delivery;

/// <summary>
/// What to send next, from all that waits: rows of one subject in order, and what has become pointless, or can be said together, is not
/// said alone.
/// </summary>
/// <param name="Errand">Null: nothing can be sent now.</param>
/// <param name="Dropped">Rows that need no request any more.</param>
sealed record Coalescing(Errand? Errand, IReadOnlyList<long> Dropped)
{
    /// <summary>More new incidents than that at once, and a list is easier to read than the cards; Discord also takes few at a time.</summary>
    const int Many = 10;

    /// <param name="left">All that waits, oldest first.</param>
    /// <param name="canGo">Whether there is a way for it now.</param>
    /// <param name="isHeld">Whether it has to wait although there is.</param>
    public static Coalescing Of(
        IReadOnlyList<Candidate> left,
        Func<Candidate, bool> canGo,
        Func<Candidate, bool> isHeld
    )
    {
        var pointless = left.Where(IsPointless).Select(one => one.Row.Id).ToHashSet();
        var subjects = left.Where(one => !pointless.Contains(one.Row.Id)).GroupBy(one => one.Row.Subject).ToList();
        pointless.UnionWith(subjects.Where(HasNothingToEdit).SelectMany(subject => subject).Select(one => one.Row.Id));
        subjects.RemoveAll(HasNothingToEdit);
        var ready = subjects.Where(subject => canGo(subject.First())).ToList();
        var alone = ready.Find(subject => !isHeld(subject.First()));
        var errand = alone is null ? null : Together(ready) ?? Alone([.. alone], left);
        return new Coalescing(errand, [.. pointless]);
    }

    static Errand? Together(List<IGrouping<string, Candidate>> ready)
    {
        // What may be in the channel already is said again by itself, with a note.
        var untold = ready
            .Where(subject =>
                subject.First() is { Row: { Telling: Telling.Card, MayRepeat: false }, Incident: not null }
            )
            .ToList();
        var over = untold.Where(subject => subject.First().Incident!.IsClosed).ToList();
        var lasting = untold.Except(over).ToList();
        return lasting.Count > Many ? Of(ErrandKind.Storm, lasting)
            : over.Count > 1 ? Of(ErrandKind.Digest, over)
            : null;
    }

    static Errand Alone(IReadOnlyList<Candidate> subject, IReadOnlyList<Candidate> left)
    {
        var (row, incident, told, _) = subject[0];
        var all = subject.Select(one => one.Row.Id).ToList();
        return (row.Telling, incident) switch
        {
            (Telling.Card, null) => new Errand(ErrandKind.Post, row, all, [], subject[^1].Row.Card),
            (Telling.Card, { IsClosed: true }) => new Errand(ErrandKind.Whole, row, all, [incident]),
            (Telling.Card, _) => new Errand(ErrandKind.Post, row, all, [incident]),
            (Telling.Update, null) => new Errand(ErrandKind.Edit, row, all, [], subject[^1].Row.Card, told),
            (Telling.Update, _) => new Errand(ErrandKind.Edit, row, Edits(told!, left), [incident], null, told),
            _ => new Errand(ErrandKind.Short, row, [row.Id], [incident!], null, told),
        };
    }

    /// <summary>One edit shows whatever has changed on its message.</summary>
    static List<long> Edits(Message told, IReadOnlyList<Candidate> left) =>
        [.. left.Where(one => one.Row.Telling == Telling.Update && one.Told?.Id == told.Id).Select(one => one.Row.Id)];

    static Errand Of(ErrandKind kind, List<IGrouping<string, Candidate>> subjects) =>
        new(
            kind,
            subjects[0].First().Row,
            [.. subjects.SelectMany(subject => subject).Select(one => one.Row.Id)],
            [.. subjects.Select(subject => subject.First().Incident!)]
        );

    /// <summary>Its card could not be posted, and is not going to be.</summary>
    static bool HasNothingToEdit(IGrouping<string, Candidate> subject) =>
        subject.First() is { Row.Telling: Telling.Update, Told: null };

    static bool IsPointless(Candidate one) =>
        one.Row.Telling switch
        {
            Telling.Ended => one.Incident is not { IsClosed: true } incident
                || incident.Told == Told.Ended
                || !one.AreAllOver,
            Telling.Relapse => one.Incident is not { IsClosed: false, Told: Told.Ended },
            Telling.Overdue => one.Incident is not { IsClosed: false },
            _ => false,
        };
}
