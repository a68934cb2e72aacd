using Microsoft.Data.Sqlite;

namespace Benevoclic.Api.Storage.Sqlite;

/// <summary>What every collection can do. Its table has the document and one generated column for each field that is looked up.</summary>
sealed class SqliteDocuments(SqliteStore store, Collection collection)
{
    // Names of tables and columns are constants of Collection, never input.
    readonly string _find = $"SELECT document FROM {collection.Name} WHERE {collection.Key} = $1";
    readonly string _list = $"SELECT document FROM {collection.Name} ORDER BY rowid";
    readonly string _count = $"SELECT count(*) FROM {collection.Name}";
    readonly string _add = $"INSERT INTO {collection.Name} (document) VALUES ($1)";
    readonly string _change = $"UPDATE {collection.Name} SET document = $2 WHERE {collection.Key} = $1";
    readonly string _remove = $"DELETE FROM {collection.Name} WHERE {collection.Key} = $1";

    public Task<Document?> FindAsync(string id) =>
        store.ReadAsync(Operation("find"), session => session.Document(_find, id));

    public Task<Document?> FindWhereAsync(string condition, params object[] values) =>
        store.ReadAsync(
            Operation("find"),
            session => session.Document($"SELECT document FROM {collection.Name} WHERE {condition}", values)
        );

    public Task<IReadOnlyList<Document>> ListAsync() =>
        store.ReadAsync(Operation("list"), session => session.Documents(_list));

    public Task<IReadOnlyList<Document>> ListWhereAsync(string condition, params object[] values) =>
        store.ReadAsync(
            Operation("list"),
            session =>
                session.Documents($"SELECT document FROM {collection.Name} WHERE {condition} ORDER BY rowid", values)
        );

    /// <param name="order">Columns, as SQL wants them.</param>
    public Task<IReadOnlyList<Document>> PageWhereAsync(
        string condition,
        string order,
        int skip,
        int limit,
        params object[] values
    )
    {
        var (from, count) = ($"${values.Length + 1}", $"${values.Length + 2}");
        var sql =
            $"SELECT document FROM {collection.Name} WHERE {condition} ORDER BY {order} LIMIT {count} OFFSET {from}";
        return store.ReadAsync(Operation("list"), session => session.Documents(sql, [.. values, skip, limit]));
    }

    public Task<long> CountWhereAsync(string condition, params object[] values) =>
        store.ReadAsync(
            Operation("count"),
            session => session.Number($"SELECT count(*) FROM {collection.Name} WHERE {condition}", values)
        );

    /// <summary>Some rows behind a row, in the order in which they were added; none at the end.</summary>
    public Task<IReadOnlyList<(long Row, Document Document)>> ReadSomeAsync(long behind) =>
        store.ReadAsync(
            Operation("list"),
            session =>
                session.Rows(
                    $"SELECT rowid, document FROM {collection.Name} WHERE rowid > $1 ORDER BY rowid LIMIT 50",
                    behind
                )
        );

    /// <summary>Those of the keys that there are.</summary>
    public Task<IReadOnlySet<string>> WhichExistAsync(IReadOnlyCollection<string> keys) =>
        store.ReadAsync<IReadOnlySet<string>>(
            Operation("exist"),
            session =>
                session
                    .Texts(
                        $"SELECT {collection.Key} FROM {collection.Name} WHERE {collection.Key} IN (SELECT value FROM json_each($1))",
                        SqliteValues.List(keys)
                    )
                    .ToHashSet()
        );

    public Task<long> CountAsync() => store.ReadAsync(Operation("count"), session => session.Number(_count));

    /// <summary>
    /// The document with its `_id`, null when something unique in it is taken. What an earlier try has added under the same `_id` is as
    /// it is stored.
    /// </summary>
    public Task<Document?> AddAsync(Document document) =>
        store.WriteAsync(
            Operation("add"),
            session =>
            {
                var added = WithId(document);
                return TryAdd(session, added) ? added : AddedBefore(session, added);
            }
        );

    /// <summary>Removes what has had its time, then adds. False when something unique in it is taken.</summary>
    public Task<bool> TryAddAsync(Document document, string outdated, params object[] values) =>
        store.WriteAsync(
            Operation("add"),
            session =>
            {
                session.Run($"DELETE FROM {collection.Name} WHERE {outdated}", values);
                return TryAdd(session, WithId(document));
            }
        );

    /// <summary>Sets these fields. Null when there is no such document.</summary>
    /// <exception cref="TakenException"/>
    public async Task<Document?> ChangeAsync(string id, Document fields) =>
        (await DecideAsync("change", id, document => Decision.To(document.With(fields))))?.Changed;

    /// <summary>Lets the rule decide on what is stored at that moment, and keeps what it says. Null when there is no such document.</summary>
    public Task<Decision?> DecideAsync(string verb, string id, Func<Document, Decision> rule) =>
        store.WriteAsync(Operation(verb), session => Decide(session, id, rule));

    /// <summary>Changes every document that matches, all in one transaction. How many.</summary>
    public Task<int> ChangeWhereAsync(
        string verb,
        Func<Document, Document> change,
        string condition,
        params object[] values
    ) => store.WriteAsync(Operation(verb), session => ChangeWhere(session, change, condition, values));

    /// <summary>What was removed.</summary>
    public Task<IReadOnlyList<Document>> RemoveWhereAsync(string condition, params object[] values) =>
        store.WriteAsync(
            Operation("remove"),
            session => session.Documents($"DELETE FROM {collection.Name} WHERE {condition} RETURNING document", values)
        );

    /// <summary>Changes the document of this key, or adds one. The document as it is then.</summary>
    public Task<Document> PutAsync(string id, Func<Document?, Document> put) =>
        store.WriteAsync(Operation("put"), session => Put(session, id, put));

    public Task<bool> RemoveAsync(string id) =>
        store.WriteAsync(Operation("remove"), session => session.Run(_remove, id) > 0);

    Decision? Decide(SqliteSession session, string id, Func<Document, Decision> rule)
    {
        if (session.Document(_find, id) is not { } document)
            return null;
        var decision = rule(document);
        if (decision.Changed is { } changed)
            Change(session, id, changed);
        return decision;
    }

    int ChangeWhere(SqliteSession session, Func<Document, Document> change, string condition, object[] values)
    {
        var rows = session.Rows($"SELECT rowid, document FROM {collection.Name} WHERE {condition}", values);
        foreach (var (row, document) in rows)
            session.Run($"UPDATE {collection.Name} SET document = $2 WHERE rowid = $1", row, change(document));
        return rows.Count;
    }

    Document Put(SqliteSession session, string id, Func<Document?, Document> put)
    {
        var found = session.Document(_find, id);
        var document = put(found);
        if (found is not null)
        {
            session.Run(_change, id, document);
            return document;
        }
        var added = WithId(document);
        session.Run(_add, added);
        return added;
    }

    Document WithId(Document document) => Document.Of((DocumentId.Field, store.NewId())).With(document);

    void Change(SqliteSession session, string id, Document document)
    {
        try
        {
            session.Run(_change, id, document);
        }
        catch (SqliteException error) when (error.SqliteExtendedErrorCode == SqliteFault.UniqueConstraint)
        {
            throw new TakenException(error);
        }
    }

    Document? AddedBefore(SqliteSession session, Document added) =>
        session.Document(_find, added.Text(collection.Key) ?? "") is { } found
        && found.Text(DocumentId.Field) == added.Text(DocumentId.Field)
            ? found
            : null;

    bool TryAdd(SqliteSession session, Document document)
    {
        try
        {
            return session.Run(_add, document) == 1;
        }
        catch (SqliteException error) when (error.SqliteExtendedErrorCode == SqliteFault.UniqueConstraint)
        {
            return false;
        }
    }

    string Operation(string verb) => $"{collection.Name}.{verb}";
}
