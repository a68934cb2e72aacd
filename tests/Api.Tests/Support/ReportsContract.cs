using Benevoclic.Api.Storage;
using Benevoclic.Api.Support;
using Benevoclic.Api.Tests.Frame;

namespace Benevoclic.Api.Tests.Support;

/// <summary>What both implementations of <see cref="IReports"/> promise.</summary>
public sealed class ReportsContract
{
    static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachStore]
    public async Task A_report_is_kept_without_what_was_not_sent(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var reports = store.Get<IReports>();

        var added = await reports.AddAsync(Of("Trop lent", Noon), Ct);

        var found = await reports.FindAsync(added.Id, Ct);
        Assert.Equal(
            """{"type":"TECHNICAL","category":"SLOW_PERFORMANCE","description":"Trop lent","status":"PENDING","priority":"MEDIUM","createdAt":"2026-11-22T12:00:00.000Z","updatedAt":"2026-11-22T12:00:00.000Z"}""",
            found!.Document.Without(DocumentId.Field).ToString()
        );
        Assert.Equal(added.Document.ToString(), found.Document.ToString());
    }

    [Theory, EachStore]
    public async Task A_change_sets_its_fields_and_no_others(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var reports = store.Get<IReports>();
        var id = (await reports.AddAsync(Of("Trop lent", Noon), Ct)).Id;

        var changed = await reports.ChangeAsync(
            id,
            Report.Change(Document.Of(("status", ReportWords.Resolved)), Noon.AddHours(1)),
            Ct
        );

        Assert.Equal("RESOLVED", changed?.Status);
        Assert.Equal("Trop lent", changed?.Document.Text("description"));
        Assert.Equal("2026-11-22T13:00:00.000Z", changed?.Document.Text("updatedAt"));
        Assert.Equal("2026-11-22T12:00:00.000Z", changed?.Document.Text("createdAt"));
    }

    [Theory, EachStore]
    public async Task An_id_that_is_none_finds_nothing(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var reports = store.Get<IReports>();

        foreach (var id in new[] { "", "filter", "6741a0b2c3d4e5f601234567", "{\"$ne\":1}" })
        {
            Assert.Null(await reports.FindAsync(id, Ct));
            Assert.Null(await reports.ChangeAsync(id, Document.Of(("status", "RESOLVED")), Ct));
            Assert.False(await reports.RemoveAsync(id, Ct));
        }
    }

    [Theory, EachStore]
    public async Task Lists_have_the_newest_first(StoreKind kind)
    {
        await using var store = await FilledAsync(kind);

        Assert.Equal(["4", "3", "2", "1"], Texts(await store.Get<IReports>().ListAsync(Ct)));
    }

    [Theory, EachStore]
    public async Task A_filter_joins_its_conditions_and_its_ends_are_included(StoreKind kind)
    {
        await using var store = await FilledAsync(kind);
        var reports = store.Get<IReports>();

        async Task<IReadOnlyList<string>> ListAsync(ReportFilter filter)
        {
            var found = await reports.ListAsync(filter, Ct);
            Assert.Equal(await reports.CountAsync(filter with { Page = 1 }, Ct), filter.Page == 1 ? found.Count : 4);
            return Texts(found);
        }

        Assert.Equal(["4", "3", "2", "1"], await ListAsync(All));
        Assert.Equal(["2"], await ListAsync(ReportFilter.All("userId", "bob")));
        Assert.Equal(["3", "2"], await ListAsync(All with { From = Noon.AddHours(2), To = Noon.AddHours(3) }));
        Assert.Equal(
            ["3"],
            await ListAsync(
                All with
                {
                    Equal = [("type", "TECHNICAL"), ("userId", "ada")],
                    From = Noon.AddHours(2),
                    To = Noon.AddHours(3),
                }
            )
        );
        Assert.Equal(["2", "1"], await ListAsync(All with { Page = 2, Limit = 2 }));
        Assert.Empty(await ListAsync(All with { Page = 3, Limit = 2 }));
    }

    static ReportFilter All => new([], null, null, 1, 100);

    static async Task<TestStore> FilledAsync(StoreKind kind)
    {
        var store = await TestStore.OpenAsync(kind);
        foreach (var number in Enumerable.Range(1, 4))
            await store
                .Get<IReports>()
                .AddAsync(Of($"{number}", Noon.AddHours(number), number == 2 ? "bob" : "ada"), Ct);
        return store;
    }

    static Report Of(string description, DateTimeOffset now, string? userId = null) =>
        Report.Of(
            new(DocumentId.New(TimeProvider.System)),
            new("TECHNICAL", "SLOW_PERFORMANCE", description, null, null, null, null, null, null),
            userId,
            now
        );

    static IReadOnlyList<string> Texts(IEnumerable<Report> reports) =>
        [.. reports.Select(report => report.Document.Text("description") ?? "")];
}
