using Benevoclic.Api.Accounts;
using Benevoclic.Api.Storage;
using Benevoclic.Api.Tests.Frame;

namespace Benevoclic.Api.Tests.Accounts;

/// <summary>What both implementations of <see cref="IUsers"/> promise.</summary>
public sealed class UsersContract
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachStore]
    public async Task An_account_comes_back_as_it_was_added_and_with_an_id(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var users = store.Get<IUsers>();

        var added = await users.AddAsync(Ada, Ct);

        Assert.Matches("^[0-9a-f]{24}$", added!.Document.Text("_id"));
        var found = await users.FindAsync("ada", Ct);
        Assert.Equal(added.Document.ToString(), found!.Document.ToString());
        Assert.Equal(Ada.Document.ToString(), found.Document.Without("_id").ToString());
    }

    [Theory, EachStore]
    public async Task An_unknown_or_malformed_id_is_nobody(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var users = store.Get<IUsers>();
        await users.AddAsync(Ada, Ct);

        foreach (var id in (string[])["nobody", "ADA", "", "$ne", "ada\0", "' OR 1=1 --", new string('a', 10_000)])
            Assert.Null(await users.FindAsync(id, Ct));
    }

    [Theory, EachStore]
    public async Task An_email_is_found_in_any_case_and_kept_as_it_was_written(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var users = store.Get<IUsers>();
        await users.AddAsync(Ada, Ct);

        var found = await users.FindByEmailAsync("aDA@example.ORG", Ct);

        Assert.Equal("Ada@Example.org", found!.Email);
        Assert.Null(await users.FindByEmailAsync("ada@example.or", Ct));
    }

    [Theory, EachStore]
    public async Task Neither_an_id_nor_an_email_is_given_twice(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var users = store.Get<IUsers>();
        await users.AddAsync(Ada, Ct);

        Assert.Null(await users.AddAsync(Person("ada", "other@example.org"), Ct));
        Assert.Null(await users.AddAsync(Person("other", "ADA@example.org"), Ct));
        Assert.Single(await users.ListAsync(Ct));
    }

    [Theory, EachStore]
    public async Task A_change_sets_what_it_names_and_leaves_everything_else(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var users = store.Get<IUsers>();
        await users.AddAsync(new(Ada.Document.With(("odd", 1.5), ("nothing", null))), Ct);

        var changed = await users.ChangeAsync(
            "ada",
            Document.Of(("isOnline", true), ("updatedAt", "2026-11-22T14:38:28.102Z")),
            Ct
        );

        var expected =
            """{"userId":"ada","email":"Ada@Example.org","isOnline":true,"odd":1.5,"nothing":null,"updatedAt":"2026-11-22T14:38:28.102Z"}""";
        Assert.Equal(expected, changed!.Document.Without("_id").ToString());
        Assert.Equal(changed.Document.ToString(), (await users.FindAsync("ada", Ct))!.Document.ToString());
    }

    [Theory, EachStore]
    public async Task A_change_of_nobody_changes_nothing(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var users = store.Get<IUsers>();

        Assert.Null(await users.ChangeAsync("nobody", Document.Of(("isOnline", true)), Ct));
        Assert.Empty(await users.ListAsync(Ct));
    }

    [Theory, EachStore]
    public async Task A_change_of_nothing_answers_the_account(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var users = store.Get<IUsers>();
        await users.AddAsync(Ada, Ct);

        Assert.Equal("ada", (await users.ChangeAsync("ada", Document.Empty, Ct))?.Id);
    }

    [Theory, EachStore]
    public async Task A_removed_account_is_gone_and_removed_once(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var users = store.Get<IUsers>();
        await users.AddAsync(Ada, Ct);

        Assert.True(await users.RemoveAsync("ada", Ct));
        Assert.False(await users.RemoveAsync("ada", Ct));
        Assert.Null(await users.FindAsync("ada", Ct));
    }

    [Theory, EachStore]
    public async Task The_list_has_everybody_the_oldest_first(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var users = store.Get<IUsers>();
        // More than one batch of MongoDB's cursor.
        for (var i = 0; i < 120; i++)
            await users.AddAsync(Person($"u{i}", $"u{i}@example.org"), Ct);

        var list = await users.ListAsync(Ct);

        Assert.Equal(120, list.Count);
        Assert.Equal("u0", list[0].Id);
    }

    static User Ada => Person("ada", "Ada@Example.org");

    static User Person(string id, string email) =>
        new(Document.Of(("userId", id), ("email", email), ("isOnline", false)));
}
