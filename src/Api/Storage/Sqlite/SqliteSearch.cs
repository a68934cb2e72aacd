using Benevoclic.Api.Announcements.Searching;

namespace Benevoclic.Api.Storage.Sqlite;

/// <summary>
/// A search as SQL. Text is looked up in a trigram index (FTS5), places in an R*Tree, dates in ordered indexes. What was found is
/// remembered until the next commit: a page that everybody opens is computed once.
/// </summary>
sealed class SqliteSearch
{
    /// <summary>What the public may see.</summary>
    // With the comparison: a bare column is no term that an index can be searched by.
    public const string Visible = "isVisible = 1";

    // A trigram index knows nothing shorter.
    const int ShortestIndexed = 3;

    readonly List<string> _conditions = [];
    readonly List<object> _values = [];
    readonly Search _search;

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
        $"dateEvent >= {day} AND dateEvent GLOB '{AnyDay}*' AND (dateEvent > {day} OR hoursEvent >= {hour})";

    public static string Past(string day, string hour) =>
        $"dateEvent <= {day} AND dateEvent GLOB '{AnyDay}*' AND (dateEvent < {day} OR hoursEvent <= {hour})";

    const string AnyDay = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]";

    public string Condition => _conditions.Count == 0 ? "TRUE" : string.Join(" AND ", _conditions);

    public string CountSql => $"SELECT count(*) FROM announcements WHERE {Condition}";

    public string PageSql
    {
        get
        {
            var direction = _search.Order.IsDescending ? "DESC" : "ASC";
            return $"SELECT document FROM announcements WHERE {Condition} "
                + $"ORDER BY {_search.Order.Field} {direction}, _id {direction} "
                + $"LIMIT ${_values.Count + 1} OFFSET ${_values.Count + 2}";
        }
    }

    public IReadOnlyList<object> Values => _values;

    public SearchResult Run(SqliteSession session)
    {
        object[] values = [.. _values];
        var total = session.Remember(CountSql, values, () => session.Number(CountSql, values));
        if (total <= _search.Skipped)
            return new SearchResult([], total);

        object[] paged = [.. _values, _search.Limit, _search.Skipped];
        return new SearchResult(session.Remember(PageSql, paged, () => session.Documents(PageSql, paged)), total);
    }

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
        var isIndexed = _search.Terms.All(term => term.Text.Length >= ShortestIndexed && !term.Text.Contains('\0'));
        _conditions.Add(isIndexed ? Matching() : Containing());
    }

    string Matching()
    {
        var terms = _search.Terms.Select(term =>
            $"{term.Field} : \"{term.Text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        );
        return $"rowid IN (SELECT rowid FROM announcement_texts WHERE announcement_texts MATCH {Value(string.Join(" OR ", terms))})";
    }

    string Containing()
    {
        var terms = _search.Terms.Select(term => $"instr(fold(document ->> '{term.Field}'), {Value(term.Text)}) > 0");
        return $"({string.Join(" OR ", terms)})";
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
        {
            _conditions.Add(
                "EXISTS (SELECT 1 FROM json_each(document, '$.tags') AS tag "
                    + $"WHERE tag.value IN (SELECT value FROM json_each({Value(SqliteValues.List(_search.Tags))})))"
            );
        }
    }

    void AddArea()
    {
        if (_search.Area is not { } area)
            return;
        var (west, east, south, north) = area.Box();
        _conditions.Add(
            "rowid IN (SELECT announcement FROM announcement_places "
                + $"WHERE west <= {Value(east)} AND east >= {Value(west)} AND south <= {Value(north)} AND north >= {Value(south)} "
                + $"AND metres(longitude, latitude, {Value(area.Longitude)}, {Value(area.Latitude)}) <= {Value(area.Radius)})"
        );
    }

    string Value(object value)
    {
        _values.Add(value);
        return $"${_values.Count}";
    }
}
