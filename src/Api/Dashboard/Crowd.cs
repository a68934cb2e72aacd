namespace Benevoclic.Api.Dashboard;

/// <summary>The people on one side of some events, each with how often he came.</summary>
sealed class Crowd
{
    readonly List<Regular> _people = [];

    Crowd() { }

    public int Total => _people.Sum(person => person.Times);

    public int Unique => _people.Count;

    /// <summary>Percent of the people who came more than once.</summary>
    public long RetentionRate => Rounding.Percent(_people.Count(person => person.Times > 1), Unique);

    /// <summary>Who came most often; of several, who was there first. Null when nobody came.</summary>
    public Regular? MostActive => _people.MaxBy(person => person.Times);

    /// <param name="seats">One for each time that somebody came.</param>
    public static Crowd Of(IEnumerable<TakenSeat> seats)
    {
        var crowd = new Crowd();
        var known = new Dictionary<string, Regular>();
        foreach (var seat in seats)
        {
            if (!known.TryGetValue(seat.Id, out var regular))
            {
                regular = new Regular(seat.Id, seat.Name);
                known.Add(seat.Id, regular);
                crowd._people.Add(regular);
            }
            regular.Came(seat.Since);
        }
        return crowd;
    }

    /// <param name="month">yyyy-MM</param>
    public int NewIn(string month) =>
        _people.Count(person => person.Since?.StartsWith(month, StringComparison.Ordinal) == true);

    public sealed class Regular(string id, string name)
    {
        public string Id => id;

        public string Name => name;

        public int Times { get; private set; }

        /// <summary>The first day on which he registered; null when no registration has one.</summary>
        public string? Since { get; private set; }

        public void Came(string? day)
        {
            Times++;
            if (day is not null && (Since is null || string.CompareOrdinal(day, Since) < 0))
                Since = day;
        }
    }
}
