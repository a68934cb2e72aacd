using Benevoclic.Api.Announcements;
using Benevoclic.Api.Announcements.Searching;

namespace Benevoclic.Api.Storage.Sqlite;

/// <summary>
/// A search as SQL over the table of facts. Text is looked up in a trigram index (FTS5), places in an R*Tree, tags in a table of
/// their own; without any of them, facts are read in the order of the page. Documents are read for the page alone.
/// </summary>
sealed class SqliteSearch
{
    /// <summary>What the public may see.</summary>
    // With the comparison: a bare column is no term that an index can be searched by.
    public const string Visible = "isVisible = 1";

    // A trigram index knows nothing shorter.
    const int ShortestIndexed = 3;

    const string AnyDay = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]";
    const string IsDay = $"dateEvent GLOB '{AnyDay}*'";

    readonly List<string> _conditions = [];
    readonly List<object> _values = [];
    readonly Search _search;
    bool _looksUp;

    SqliteSearch(Search search)
    {
        _search = search;
        AddState();
        AddText();
        AddRange("hoursEvent", search.Hours);
        AddRange("dateEvent", search.DateEvent);
        AddRange("datePublication", search.DatePublication);
        AddTags();
        AddArea();
    }

    public static SqliteSearch Of(Search search) => new(search);

    /// <summary>A date that is none compares like any text; only what begins like one counts as being in time.</summary>
    public static string Upcoming(string day, string hour) =>
        $"dateEvent >= {day} AND {IsDay} AND (dateEvent > {day} OR hoursEvent >= {hour})";

    public static string Past(string day, string hour) =>
        $"dateEvent <= {day} AND {IsDay} AND (dateEvent < {day} OR hoursEvent <= {hour})";

    /// <summary>The page that everybody opens is found once a change.</summary>
    public SearchResult Run(SqliteSession session) =>
        _search.IsHomePage ? session.Remember(PageSql, [.. _values], () => Find(session)) : Find(session);

    SearchResult Find(SqliteSession session)
    {
        var total = _search.AsksOnlyWhen ? CountByMoment(session) : Count(session);
        return total <= _search.Skipped
            ? new SearchResult([], total)
            : new SearchResult([.. Page(session).Select(document => new Announcement(document))], total);
    }

    IReadOnlyList<Document> Page(SqliteSession session) =>
        session.Documents(PageSql, [.. _values, _search.Limit, _search.Skipped]);

    string Condition => _conditions.Count == 0 ? "TRUE" : string.Join(" AND ", _conditions);

    // What is looked up is few, and found by its row.
    string Facts => _looksUp ? "announcement_facts NOT INDEXED" : "announcement_facts";

    // The planner would rather search by date and sort everything that it finds.
    string FactsInOrder =>
        _search.UpcomingAt is not null && !_looksUp
            ? $"announcement_facts INDEXED BY announcement_facts_{_search.Order.Field}"
            : Facts;

    string PageSql
    {
        get
        {
            var direction = _search.Order.IsDescending ? "DESC" : "ASC";
            var order = $"ORDER BY place {direction}, id {direction}";
            return $"SELECT document FROM (SELECT announcement, {_search.Order.Field} AS place, _id AS id "
                + $"FROM {FactsInOrder} WHERE {Condition} {order} LIMIT ${_values.Count + 1} OFFSET ${_values.Count + 2}) AS page "
                + $"CROSS JOIN announcements ON announcements.rowid = announcement {order}";
        }
    }

    long Count(SqliteSession session) =>
        session.Number($"SELECT count(*) FROM {Facts} WHERE {Condition}", [.. _values]);

    long CountByMoment(SqliteSession session) =>
        session.Number($"SELECT coalesce(sum(count), 0) FROM announcement_moments WHERE {Condition}", [.. _values]);

    void AddState()
    {
        if (_search.UpcomingAt is { } now)
        {
            _conditions.Add(Visible);
            _conditions.Add(Upcoming(Value(now.Day), Value(now.Hour)));
        }
        if (_search.AssociationId is { } association)
            _conditions.Add($"associationId = {Value(association)}");
        if (_search.Status is { } status)
            _conditions.Add($"status = {Value(status)}");
    }

    void AddText()
    {
        if (_search.Terms.Count == 0)
            return;
        if (_search.Terms.All(term => term.Text.Length >= ShortestIndexed && !term.Text.Contains('\0')))
            LookUp($"SELECT rowid FROM announcement_texts WHERE announcement_texts MATCH {Value(Matching())}");
        else
            _conditions.Add(Containing());
    }

    string Matching() =>
        string.Join(
            " OR ",
            _search.Terms.Select(term =>
                $"{term.Field} : \"{term.Text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            )
        );

    string Containing()
    {
        var terms = _search.Terms.Select(term => $"instr(fold(document ->> '{term.Field}'), {Value(term.Text)}) > 0");
        return $"EXISTS (SELECT 1 FROM announcements WHERE rowid = announcement AND ({string.Join(" OR ", terms)}))";
    }

    void AddRange(string column, TextRange range)
    {
        if (range.From is { } from)
            _conditions.Add($"{column} >= {Value(from)}");
        if (range.To is { } to)
            _conditions.Add($"{column} <= {Value(to)}");
    }

    void AddTags()
    {
        if (_search.Tags.Count > 0)
            LookUp(
                $"SELECT announcement FROM announcement_tags WHERE tag IN (SELECT value FROM json_each({Value(SqliteValues.List(_search.Tags))}))"
            );
    }

    void AddArea()
    {
        if (_search.Area is not { } area)
            return;
        var (west, east, south, north) = area.Box();
        LookUp(
            "SELECT announcement FROM announcement_places "
                + $"WHERE west <= {Value(east)} AND east >= {Value(west)} AND south <= {Value(north)} AND north >= {Value(south)} "
                + $"AND metres(longitude, latitude, {Value(area.Longitude)}, {Value(area.Latitude)}) <= {Value(area.Radius)}"
        );
    }

    void LookUp(string rows)
    {
        _looksUp = true;
        _conditions.Add($"announcement IN ({rows})");
    }

    string Value(object value)
    {
        _values.Add(value);
        return $"${_values.Count}";
    }
}
