using Benevoclic.Api.Associations;
using Benevoclic.Api.Storage;
using Benevoclic.Api.Tests.Frame;

namespace Benevoclic.Api.Tests.Associations;

/// <summary>What both implementations of <see cref="IAssociations"/> promise.</summary>
public sealed class AssociationsContract
{
    const string Today = "2026-11-22";

    static readonly Person Ada = new("ada", "Ada $set \"é\"");

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EachStore]
    public async Task A_volunteer_waits_is_accepted_and_leaves(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var associations = await WithAsync(store, "croix");

        await associations.AddWaitingAsync("croix", Ada, Ct);
        Assert.Equal(["croix"], (await associations.ListWithWaitingAsync("ada", Ct)).Select(found => found.Id));
        Assert.Empty(await associations.ListWithMemberAsync("ada", Ct));

        var accepted = await associations.AcceptAsync("croix", Ada, Today, Ct);
        Assert.Equal(
            """[{"volunteerId":"ada","volunteerName":"Ada $set \"é\"","dateAdded":"2026-11-22"}]""",
            accepted!.Changed!.Root.GetProperty("volunteers").GetRawText()
        );
        Assert.Equal(["croix"], (await associations.ListWithMemberAsync("ada", Ct)).Select(found => found.Id));
        Assert.Empty(await associations.ListWithWaitingAsync("ada", Ct));

        await associations.RemoveMemberAsync("croix", "ada", Ct);
        Assert.Empty(await associations.ListWithMemberAsync("ada", Ct));
    }

    [Theory, EachStore]
    public async Task What_a_rule_refuses_is_refused_with_its_reason_and_nothing_is_written(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var associations = await WithAsync(store, "croix");
        await associations.AddWaitingAsync("croix", Ada, Ct);
        var before = (await associations.FindAsync("croix", Ct))!.Document.ToString();

        Assert.Equal("Volunteer already exist", (await associations.AddWaitingAsync("croix", Ada, Ct))!.Refusal);
        Assert.Equal(
            "Volunteer not exist",
            (await associations.AcceptAsync("croix", new("bob", "Bob"), Today, Ct))!.Refusal
        );
        Assert.Equal("Volunteer not exist", (await associations.RemoveMemberAsync("croix", "ada", Ct))!.Refusal);
        Assert.Equal("Volunteer not exist", (await associations.RemoveWaitingAsync("croix", "bob", Ct))!.Refusal);

        Assert.Equal(before, (await associations.FindAsync("croix", Ct))!.Document.ToString());
    }

    [Theory, EachStore]
    public async Task An_association_that_does_not_exist_decides_nothing(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var associations = store.Get<IAssociations>();

        Assert.Null(await associations.AddWaitingAsync("croix", Ada, Ct));
        Assert.Null(await associations.AcceptAsync("croix", Ada, Today, Ct));
        Assert.Null(await associations.RemoveMemberAsync("croix", "ada", Ct));
        Assert.Null(await associations.RemoveWaitingAsync("croix", "ada", Ct));
        Assert.Equal(0, await associations.CountAsync(Ct));
    }

    [Theory, EachStore]
    public async Task Of_200_who_join_at_once_none_is_lost_and_none_is_doubled(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var associations = await WithAsync(store, "croix");
        // Everybody asks twice, as the web client does when an answer is late.
        var people = Enumerable.Range(0, 200).Select(i => new Person($"p{i}", null)).ToList();

        var decisions = await Crowd.AskAsync(
            people
                .Concat(people)
                .Select<Person, Func<Task<Decision?>>>(person =>
                    () => associations.AddWaitingAsync("croix", person, Ct)
                )
        );
        Assert.Equal(200, decisions.Count(decision => decision!.Changed is not null));
        Assert.Equal(200, decisions.Count(decision => decision!.Refusal == "Volunteer already exist"));

        decisions = await Crowd.AskAsync(
            people
                .Concat(people)
                .Select<Person, Func<Task<Decision?>>>(person =>
                    () => associations.AcceptAsync("croix", person, Today, Ct)
                )
        );
        Assert.Equal(200, decisions.Count(decision => decision!.Changed is not null));

        var association = (await associations.FindAsync("croix", Ct))!;
        Assert.Equal(people.Select(person => person.Id).Order(), IdsIn(association, "volunteers").Order());
        Assert.Empty(IdsIn(association, "volunteersWaiting"));
    }

    [Theory, EachStore]
    public async Task Accepting_refusing_and_leaving_at_once_end_in_one_place(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var associations = await WithAsync(store, "croix");
        for (var round = 0; round < 20; round++)
        {
            var person = new Person($"p{round}", "P");
            await associations.AddWaitingAsync("croix", person, Ct);

            var decisions = await Task.WhenAll(
                associations.AcceptAsync("croix", person, Today, Ct),
                associations.RemoveWaitingAsync("croix", person.Id, Ct),
                associations.AcceptAsync("croix", person, Today, Ct)
            );

            Assert.Single(decisions, decision => decision!.Changed is not null);
        }
    }

    [Theory, EachStore]
    public async Task A_forgotten_volunteer_is_in_no_list_and_everybody_else_still_is(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var associations = await WithAsync(store, "croix", "coeur", "banque");
        foreach (var id in new[] { "croix", "coeur", "banque" })
            await associations.AddWaitingAsync(id, new("bob", "Bob"), Ct);
        await associations.AddWaitingAsync("croix", Ada, Ct);
        await associations.AcceptAsync("croix", Ada, Today, Ct);
        await associations.AddWaitingAsync("coeur", Ada, Ct);

        await associations.ForgetVolunteerAsync("ada", Ct);
        await associations.ForgetVolunteerAsync("ada", Ct);

        Assert.Empty(await associations.ListWithMemberAsync("ada", Ct));
        Assert.Empty(await associations.ListWithWaitingAsync("ada", Ct));
        Assert.Equal(3, (await associations.ListWithWaitingAsync("bob", Ct)).Count);
    }

    [Theory, EachStore]
    public async Task Documents_that_the_old_API_left_odd_can_still_be_joined(StoreKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var associations = store.Get<IAssociations>();
        await associations.AddAsync(new(Document.Of(("associationId", "a"), ("volunteers", null))), Ct);
        await associations.AddAsync(
            new(Document.Of(("associationId", "b"), ("volunteersWaiting", "none"), ("x", 1))),
            Ct
        );

        foreach (var id in new[] { "a", "b" })
        {
            Assert.NotNull((await associations.AddWaitingAsync(id, Ada, Ct))!.Changed);
            Assert.NotNull((await associations.AcceptAsync(id, Ada, Today, Ct))!.Changed);
        }
        Assert.Equal(2, (await associations.ListWithMemberAsync("ada", Ct)).Count);
    }

    static IEnumerable<string> IdsIn(Association association, string list) =>
        association.Document.List(list).Select(person => person.Text("volunteerId")!);

    static async Task<IAssociations> WithAsync(TestStore store, params string[] ids)
    {
        var associations = store.Get<IAssociations>();
        foreach (var id in ids)
            await associations.AddAsync(
                new(
                    Document.Of(
                        ("associationId", id),
                        ("volunteers", new System.Text.Json.Nodes.JsonArray()),
                        ("volunteersWaiting", new System.Text.Json.Nodes.JsonArray())
                    )
                ),
                Ct
            );
        return associations;
    }
}
