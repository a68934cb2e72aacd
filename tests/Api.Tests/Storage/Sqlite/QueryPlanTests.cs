using Benevoclic.Api.Accounts;
using Benevoclic.Api.Announcements;
using Benevoclic.Api.Announcements.Searching;
using Benevoclic.Api.Associations;
using Benevoclic.Api.Favorites;
using Benevoclic.Api.Settings;
using Benevoclic.Api.Storage;
using Benevoclic.Api.Storage.Sqlite;
using Benevoclic.Api.Tests.Frame;
using Benevoclic.Api.Volunteers;
using Microsoft.Data.Sqlite;

namespace Benevoclic.Api.Tests.Storage.Sqlite;

/// <summary>What is slow with ten documents nobody sees, and with ten thousand everybody does: SQLite itself says how it would search.</summary>
public sealed class QueryPlanTests
{
    const string Prepared = "Prepared: ";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_query_but_a_list_of_all_and_a_count_walks_through_a_table()
    {
        await using var store = await TestStore.OpenAsync(StoreKind.Sqlite);
        await CallEverythingAsync(store);

        var statements = StatementsOf(store);
        Assert.Contains(statements, statement => statement.Contains("COLLATE NOCASE", StringComparison.Ordinal));
        Assert.True(statements.Count > 25, $"only {statements.Count} statements were seen");
        using var connection = new SqliteConnection($"Data Source={store.SqliteFile};Pooling=False");
        connection.Open();
        SqliteFunctions.AddTo(connection);
        Assert.Empty(
            from statement in statements
            where !ReadsAllOnPurpose(statement)
            from step in PlanOf(connection, statement)
            where IsScan(step)
            select $"{statement} -> {step}"
        );
    }

    [Fact]
    public async Task The_triggers_look_at_the_one_document_that_changed()
    {
        await using var store = await TestStore.OpenAsync(StoreKind.Sqlite);
        await store.Get<IUsers>().ListAsync(Ct);
        using var connection = new SqliteConnection($"Data Source={store.SqliteFile};Pooling=False");
        connection.Open();

        foreach (var view in new[] { "association_lists", "announcement_lists" })
        {
            var row = view.Replace("_lists", "", StringComparison.Ordinal);
            Assert.DoesNotContain(PlanOf(connection, $"SELECT * FROM {view} WHERE {row} = 1"), IsScan);
        }
    }

    static async Task CallEverythingAsync(TestStore store)
    {
        var users = store.Get<IUsers>();
        await users.AddAsync(new(Document.Of(("userId", "ada"))), Ct);
        await users.FindAsync("ada", Ct);
        await users.FindByEmailAsync("ada", Ct);
        await users.ChangeAsync("ada", Document.Of(("isOnline", true)), Ct);
        await users.ListAsync(Ct);
        await users.RemoveAsync("ada", Ct);

        var volunteers = store.Get<IVolunteers>();
        await volunteers.AddAsync(new(Document.Of(("volunteerId", "ada"))), Ct);
        await volunteers.FindAsync("ada", Ct);
        await volunteers.ChangeAsync("ada", Document.Of(("city", "Lyon")), Ct);
        await volunteers.ListAsync(Ct);
        await volunteers.CountAsync(Ct);

        var associations = store.Get<IAssociations>();
        await associations.AddAsync(new(Document.Of(("associationId", "croix"))), Ct);
        await associations.FindAsync("croix", Ct);
        await associations.ListAsync(Ct);
        await associations.CountAsync(Ct);
        await associations.AddWaitingAsync("croix", new("ada", "Ada"), Ct);
        await associations.ListWithWaitingAsync("ada", Ct);
        await associations.ListWithMemberAsync("ada", Ct);

        var settings = store.Get<ISettings>();
        foreach (var kind in new[] { SettingsKind.Volunteer, SettingsKind.Association })
        {
            await settings.PutAsync(kind, "ada", Document.Empty, Ct);
            await settings.PutAsync(kind, "ada", Document.Empty, Ct);
            await settings.FindAsync(kind, "ada", Ct);
            await settings.RemoveAsync(kind, "ada", Ct);
        }

        var announcements = new Raw(store, Collection.Announcements);
        await announcements.AddAsync("""{"associationId":"croix","participants":[{"id":"ada"}]}""");
        await store.Get<IAnnouncements>().RenameAssociationAsync("croix", "Croix", Ct);
        await SearchAsync(store.Get<IAnnouncements>());
        await store.Get<VolunteerRemoval>().RemoveAsync("ada", Ct);
        await store.Get<AssociationRemoval>().RemoveAsync("croix", Ct);
        await store.Get<IFavorites>().RemoveOfAnnouncementsAsync(["1"], Ct);
    }

    static async Task SearchAsync(IAnnouncements announcements)
    {
        var now = new Moment("2026-11-22", "15:38");
        foreach (var order in SearchOrder.All)
        {
            await announcements.SearchAsync(new Search { UpcomingAt = now, Order = order }, Ct);
            await announcements.SearchAsync(new Search { AssociationId = "croix", Order = order }, Ct);
        }
        await announcements.SearchAsync(
            new Search { UpcomingAt = now, Terms = SearchTerm.AllOf(("nameEvent", "été")) },
            Ct
        );
        await announcements.SearchAsync(new Search { UpcomingAt = now, Tags = ["nature"] }, Ct);
        await announcements.SearchAsync(new Search { UpcomingAt = now, Status = "ACTIVE" }, Ct);
        await announcements.SearchAsync(new Search { UpcomingAt = now, Area = new SearchArea(2, 48, 5000) }, Ct);
        await announcements.ListOfPersonAsync("ada", Announcement.Lists, Tense.Upcoming, now, Ct);
        await announcements.FindAllAsync(["x"], Ct);
    }

    static List<string> StatementsOf(TestStore store) =>
        [
            .. from line in store.Log.All
            let start = line.IndexOf(Prepared, StringComparison.Ordinal)
            where start >= 0
            let statement = line[(start + Prepared.Length)..].Trim()
            where Verbs.Any(verb => statement.StartsWith(verb, StringComparison.Ordinal))
            where !statement.Contains("migrations", StringComparison.Ordinal)
            group statement by statement into same
            select same.Key,
        ];

    static readonly string[] Verbs = ["SELECT ", "UPDATE ", "DELETE ", "INSERT "];

    static bool ReadsAllOnPurpose(string statement) =>
        (
            statement.EndsWith(" ORDER BY rowid", StringComparison.Ordinal)
            || statement.StartsWith("SELECT count(*)", StringComparison.Ordinal)
        ) && !statement.Contains("WHERE", StringComparison.Ordinal);

    static List<string> PlanOf(SqliteConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {statement}";
        for (var i = 1; statement.Contains($"${i}", StringComparison.Ordinal); i++)
            command.Parameters.AddWithValue($"${i}", "x");
        using var reader = command.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read())
            steps.Add(reader.GetString(3));
        return steps;
    }

    // What is inside one document is a virtual table, and has to be walked through; so has a page that is cut out already.
    static bool IsScan(string step) =>
        step.StartsWith("SCAN", StringComparison.Ordinal)
        && step is not ("SCAN page" or "SCAN CONSTANT ROW")
        && !step.Contains("VIRTUAL TABLE", StringComparison.Ordinal);
}
