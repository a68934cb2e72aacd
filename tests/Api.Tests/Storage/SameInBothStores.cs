using Benevoclic.Api.Announcements;
using Benevoclic.Api.Associations;
using Benevoclic.Api.Storage;
using Benevoclic.Api.Tests.Frame;
using CsCheck;

namespace Benevoclic.Api.Tests.Storage;

/// <summary>
/// The rules are written twice, in C# and in MongoDB's language. Generated histories go through both; every answer and every document
/// must be the same.
/// </summary>
public sealed class SameInBothStores
{
    const string Today = "2026-11-22";
    const int Histories = 150;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Histories_of_an_association_end_alike()
    {
        Assert.SkipWhen(TestStore.WhyNoMongo is not null, TestStore.WhyNoMongo ?? "");
        await using var sqlite = await TestStore.OpenAsync(StoreKind.Sqlite);
        await using var mongo = await TestStore.OpenAsync(StoreKind.Mongo);
        var number = 0;

        await Gen.Select(OddList, OddList, Gen.Select(Gen.Int[0, 4], Gen.Int[0, 2]).Array[0, 12])
            .SampleAsync(
                async history =>
                {
                    var (members, waiting, acts) = history;
                    var id = $"a{Interlocked.Increment(ref number)}";
                    var stored =
                        $$"""{"associationId":"{{id}}","volunteers":{{members}},"volunteersWaiting":{{waiting}}}""";
                    Assert.Equal(await LiveAsync(sqlite, id, stored, acts), await LiveAsync(mongo, id, stored, acts));
                },
                iter: Histories,
                threads: 1
            );
    }

    [Fact]
    public async Task A_person_is_forgotten_alike()
    {
        Assert.SkipWhen(TestStore.WhyNoMongo is not null, TestStore.WhyNoMongo ?? "");
        await using var sqlite = await TestStore.OpenAsync(StoreKind.Sqlite);
        await using var mongo = await TestStore.OpenAsync(StoreKind.Mongo);

        await Gen.Select(OddPeople, OddPeople, OddPeople, Limit, Limit, Status)
            .SampleAsync(
                async odd =>
                {
                    var (participants, volunteers, waiting, most, mostVolunteers, status) = odd;
                    var stored =
                        $$"""{"associationId":"a","participants":{{participants}},"volunteers":{{volunteers}},"volunteersWaiting":{{waiting}},"maxParticipants":{{most}},"maxVolunteers":{{mostVolunteers}},"status":{{status}}}""";
                    Assert.Equal(await ForgetAsync(sqlite, stored), await ForgetAsync(mongo, stored));
                },
                iter: Histories,
                threads: 1
            );
    }

    static async Task<string> LiveAsync(TestStore store, string id, string stored, (int Act, int Who)[] acts)
    {
        var associations = store.Get<IAssociations>();
        await new Raw(store, Collection.Associations).AddAsync(stored);
        var answers = new List<string>();
        foreach (var (act, who) in acts)
        {
            var person = new Person($"p{who}", $"$p {who}");
            if (act == 4)
                await associations.ForgetVolunteerAsync(person.Id, Ct);
            else
                answers.Add((await DoAsync(associations, id, act, person))?.Refusal ?? "done");
        }
        var end = (await associations.FindAsync(id, Ct))!.Document.Without(DocumentId.Field);
        return $"{string.Join(", ", answers)}\n{end}";
    }

    static Task<Decision?> DoAsync(IAssociations associations, string id, int act, Person person) =>
        act switch
        {
            0 => associations.AddWaitingAsync(id, person, Ct),
            1 => associations.AcceptAsync(id, person, Today, Ct),
            2 => associations.RemoveMemberAsync(id, person.Id, Ct),
            _ => associations.RemoveWaitingAsync(id, person.Id, Ct),
        };

    static async Task<string> ForgetAsync(TestStore store, string stored)
    {
        var announcements = new Raw(store, Collection.Announcements);
        await announcements.AddAsync(stored);
        await store.Get<IAnnouncements>().ForgetPersonAsync("p0", Ct);
        var end = Assert.Single(await announcements.AllAsync());
        await store.Get<IAnnouncements>().RemoveOfAssociationAsync("a", Ct);
        return end;
    }

    // What production may hold: people twice, things that are no people, lists that are no lists.
    static readonly Gen<string> OddList = OddListOf("volunteerId");
    static readonly Gen<string> OddPeople = OddListOf("id");
    static readonly Gen<string> Limit = OneOf("-1", "0", "1", "2", "1.5", "null", "\"2\"");
    static readonly Gen<string> Status = OneOf("\"ACTIVE\"", "\"COMPLETED\"", "\"INACTIVE\"", "null", "3");

    static Gen<string> OneOf(params string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    static Gen<string> OddListOf(string key)
    {
        var item = Gen.OneOf(
            Gen.Int[0, 2].Select(who => $$"""{"{{key}}":"p{{who}}","x":1}"""),
            OneOf("7", "null", $$"""{"{{key}}":null}""", $$"""{"{{key}}":7}""", "{}", "\"p0\"", "[]")
        );
        return Gen.OneOf(
            item.Array[0, 4].Select(items => $"[{string.Join(',', items)}]"),
            OneOf("null", "\"none\"", "{}")
        );
    }
}
