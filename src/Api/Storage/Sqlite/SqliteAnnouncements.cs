using System.Runtime.CompilerServices;
using Benevoclic.Api.Announcements;
using Benevoclic.Api.Announcements.Registering;
using Benevoclic.Api.Announcements.Searching;

namespace Benevoclic.Api.Storage.Sqlite;

sealed class SqliteAnnouncements(SqliteStore store) : IAnnouncements
{
    const string OfAssociation = "associationId = $1";
    const string WithPerson = "rowid IN (SELECT announcement FROM announcement_people WHERE person = $1)";
    const string WithPersonIn =
        "rowid IN (SELECT announcement FROM announcement_people WHERE person = $1 AND list IN (SELECT value FROM json_each($2)))";

    readonly SqliteDocuments _announcements = store[Collection.Announcements];

    public async Task<Announcement?> FindAsync(string id, CancellationToken ct) =>
        await _announcements.FindAsync(id) is { } document ? new(document) : null;

    public async Task<IReadOnlyList<Announcement>> FindAllAsync(
        IReadOnlyCollection<string> ids,
        CancellationToken ct
    ) => All(await _announcements.ListWhereAsync("_id IN (SELECT value FROM json_each($1))", SqliteValues.List(ids)));

    public async Task<Announcement> AddAsync(Announcement announcement, CancellationToken ct) =>
        new((await _announcements.AddAsync(announcement.Document))!);

    public async Task<Announcement?> EditAsync(string id, Document fields, CancellationToken ct)
    {
        var edited = await _announcements.DecideAsync(
            "change",
            id,
            document => Decision.To(new Announcement(document).Edited(fields))
        );
        return edited?.Changed is { } document ? new(document) : null;
    }

    public Task<IReadOnlySet<string>> WhichExistAsync(IReadOnlyCollection<string> ids, CancellationToken ct) =>
        _announcements.WhichExistAsync(ids);

    public Task<bool> RemoveAsync(string id, CancellationToken ct) => _announcements.RemoveAsync(id);

    public Task<Decision?> RegisterAsync(string id, Registration registration, CancellationToken ct) =>
        _announcements.DecideAsync(registration.Verb, id, document => registration.Decide(new Announcement(document)));

    public Task<SearchResult> SearchAsync(Search search, CancellationToken ct) =>
        store.ReadAsync("announcements.search", session => SqliteSearch.Of(search).Run(session));

    public async IAsyncEnumerable<IReadOnlyList<Document>> ReadAllAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var last = 0L;
        while (await _announcements.ReadSomeAsync(last) is { Count: > 0 } some)
        {
            yield return [.. some.Select(row => row.Document)];
            last = some[^1].Row;
        }
    }

    public async Task<IReadOnlyList<Announcement>> ListOfAssociationAsync(string associationId, CancellationToken ct) =>
        All(await _announcements.ListWhereAsync(OfAssociation, associationId));

    public async Task<IReadOnlyList<Announcement>> ListOfPersonAsync(
        string personId,
        IReadOnlyList<string> lists,
        Tense tense,
        Moment now,
        CancellationToken ct
    )
    {
        var inTime = tense == Tense.Upcoming ? SqliteSearch.Upcoming("$3", "$4") : SqliteSearch.Past("$3", "$4");
        return All(
            await _announcements.ListWhereAsync(
                $"{WithPersonIn} AND {SqliteSearch.Visible} AND {inTime}",
                personId,
                SqliteValues.List(lists),
                now.Day,
                now.Hour
            )
        );
    }

    public Task RenameAssociationAsync(string associationId, string name, CancellationToken ct) =>
        _announcements.ChangeWhereAsync(
            "rename_association",
            document => document.With(("associationName", name)),
            OfAssociation,
            associationId
        );

    public Task HideOfAssociationAsync(string associationId, bool isHidden, CancellationToken ct) =>
        _announcements.ChangeWhereAsync(
            "hide",
            document => document.With(("isHidden", isHidden)),
            OfAssociation,
            associationId
        );

    public Task RemoveOfAssociationAsync(string associationId, CancellationToken ct) =>
        _announcements.RemoveWhereAsync(OfAssociation, associationId);

    public Task ForgetPersonAsync(string personId, CancellationToken ct) =>
        _announcements.ChangeWhereAsync(
            "forget",
            document => new Announcement(document).Forget(personId),
            WithPerson,
            personId
        );

    static IReadOnlyList<Announcement> All(IReadOnlyList<Document> documents) =>
        [.. documents.Select(document => new Announcement(document))];
}
