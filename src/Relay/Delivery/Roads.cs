namespace Benevoclic.Relay.Delivery;

/// <summary>The ways to people, best first; none when there is no webhook.</summary>
sealed class Roads(IReadOnlyList<Road> all, TimeProvider time)
{
    readonly Dictionary<long, (long Since, TimeSpan Wait)> _held = [];

    public IReadOnlyList<Road> All => all;

    /// <summary>Why nothing can be delivered until a person does something; null while something can.</summary>
    public Trouble? Closed => all.Count > 0 && all.All(road => road.Gone is not null) ? all[0].Gone : null;

    public bool IsAnyOut => all.Any(road => road.IsOut);

    /// <summary>This row waits longer than its road does.</summary>
    public void Hold(long row, TimeSpan wait) => _held[row] = (time.GetTimestamp(), wait);

    public bool IsHeld(Candidate one) => HeldFor(one.Row.Id) > TimeSpan.Zero;

    public bool CanGo(Candidate one) => all.Count == 0 || For(one.Row, one.Told) is not null;

    /// <summary>What was told on one road goes on there; new messages take the other one when the first is out of order.</summary>
    public Road? For(OutboxRow row, Message? told)
    {
        var own = all.FirstOrDefault(road => road.Number == told?.Road) ?? (all.Count > 0 ? all[0] : null);
        if (own is null or { IsOpen: true } || row.Telling == Incidents.Telling.Update || !own.IsOut)
            return own is { IsOpen: true } ? own : null;
        return all.FirstOrDefault(road => road.IsOpen);
    }

    /// <summary>Until something that waits may be tried again; at most a second, so that nothing is ever forgotten.</summary>
    public TimeSpan NextTry()
    {
        var waits = all.Select(road => road.Wait).Concat(_held.Keys.ToList().Select(HeldFor));
        return waits.Where(wait => wait > TimeSpan.Zero).Append(TimeSpan.FromSeconds(1)).Min();
    }

    TimeSpan HeldFor(long row)
    {
        if (!_held.TryGetValue(row, out var hold))
            return TimeSpan.Zero;
        var left = hold.Wait - time.GetElapsedTime(hold.Since);
        if (left > TimeSpan.Zero)
            return left;
        _held.Remove(row);
        return TimeSpan.Zero;
    }
}
