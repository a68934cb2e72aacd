using System.Text.Json;
using Benevoclic.Api.Storage;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace Benevoclic.Api.Tests.Storage;

public sealed class DocumentTests
{
    static readonly Document Odd = Stored(
        """{"text":"é","number":1.50,"flag":true,"none":null,"list":[1,{"a":1},"x",{"a":2}],"part":{"a":"b"}}"""
    );

    [Fact]
    public void Fields_are_read_by_their_type_and_anything_else_is_absent()
    {
        Assert.Equal("é", Odd.Text("text"));
        Assert.Null(Odd.Text("number"));
        Assert.Null(Odd.Text("none"));
        Assert.Null(Odd.Text("missing"));
        Assert.True(Odd.Flag("flag"));
        Assert.Null(Odd.Flag("text"));
        Assert.Equal(1.5, Odd.Number("number"));
        Assert.Null(Odd.Number("flag"));
        Assert.Equal("b", Odd.Part("part")!.Text("a"));
        Assert.Null(Odd.Part("list"));
        Assert.Equal([1, 2], Odd.List("list").Select(item => item.Number("a")));
        Assert.Empty(Odd.List("part"));
    }

    [Fact]
    public void A_change_keeps_order_unknown_fields_and_the_text_of_numbers()
    {
        var changed = Odd.With(("flag", false), ("new", "ü"));

        Assert.Equal(
            """{"text":"é","number":1.50,"flag":false,"none":null,"list":[1,{"a":1},"x",{"a":2}],"part":{"a":"b"},"new":"ü"}""",
            changed.ToString()
        );
        Assert.Equal("""{"text":"é"}""", Odd.Only("text").ToString());
        Assert.Equal("""{"flag":true}""", Stored("""{"a":null,"flag":true}""").WithoutNulls().ToString());
    }

    [Fact]
    public void It_goes_into_an_answer_byte_for_byte()
    {
        var text = """{"b":1.50,"a":"<é>"}""";

        Assert.Equal($"[{text}]", JsonSerializer.Serialize<Document[]>([Stored(text)]));
    }

    [Fact]
    public void Setting_and_removing_fields_is_what_a_dictionary_would_do() =>
        Gen.Select(Fields, Fields)
            .Sample(pair =>
            {
                var (stored, changes) = pair;
                var expected = new Dictionary<string, string>(stored);
                foreach (var (name, value) in changes)
                    expected[name] = value;

                var merged = Of(stored).With(Of(changes));

                Assert.Equal(
                    expected.OrderBy(entry => entry.Key),
                    merged.Names.Order().ToDictionary(name => name, name => merged.Text(name)!)
                );
                Assert.Equal(stored.Keys.Except(changes.Keys).Order(), Of(stored).Without(changes.Keys).Names.Order());
            });

    [Fact]
    public void Ids_are_24_hex_digits_without_a_hyphen_and_sort_by_second()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 14, 38, 28, TimeSpan.Zero));
        var first = DocumentId.New(clock);
        clock.Advance(TimeSpan.FromSeconds(1));
        var second = DocumentId.New(clock);

        Assert.Matches("^[0-9a-f]{24}$", first);
        Assert.True(DocumentId.IsValid(first));
        string[] made = [first, second, .. Enumerable.Range(0, 300).Select(_ => DocumentId.New(clock))];
        Assert.Equal(made.Distinct().Order(StringComparer.Ordinal), made);
        Assert.False(DocumentId.IsValid("6920123e567"));
    }

    static readonly Gen<Dictionary<string, string>> Fields = Gen.Dictionary(
        Gen.String[Gen.Char.AlphaNumeric, 1, 3],
        Gen.String[Gen.Char["aé\"\\\n\u0000<"], 0, 5]
    )[0, 6];

    static Document Of(Dictionary<string, string> fields) =>
        fields.Aggregate(Document.Empty, (document, entry) => document.With((entry.Key, entry.Value)));

    static Document Stored(string json) => Document.Stored(System.Text.Encoding.UTF8.GetBytes(json));
}
