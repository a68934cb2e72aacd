using System.Text.Json.Nodes;
using Benevoclic.Api.Hosting.Bodies;
using Benevoclic.Api.Hosting.Errors;

namespace Benevoclic.Api.Tests.Hosting.Bodies;

/// <summary>The contract's words for every rule that a field can break.</summary>
public sealed class FieldsTests
{
    const string Letters20 = "abcdefghijklmnopqrst";

    [Theory]
    [InlineData("{}", "f must be a string", "f should not be empty")]
    [InlineData("""{"f":null}""", "f must be a string", "f should not be empty")]
    [InlineData("""{"f":""}""", "f should not be empty")]
    [InlineData("""{"f":7}""", "f must be a string")]
    [InlineData("""{"f":[]}""", "f must be a string")]
    [InlineData("""{"f":" "}""")]
    public void Text(string body, params string[] messages) => AssertBroken(body, fields => fields.Text("f"), messages);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"f":null}""")]
    [InlineData("""{"f":""}""")]
    [InlineData("""{"f":false}""", "f must be a string")]
    public void Optional_text(string body, params string[] messages) =>
        AssertBroken(body, fields => fields.OptionalText("f"), messages);

    [Theory]
    [InlineData("{}", "f must be an email", "f should not be empty")]
    [InlineData("""{"f":""}""", "f must be an email", "f should not be empty")]
    [InlineData("""{"f":{}}""", "f must be an email")]
    [InlineData("""{"f":"not an email"}""", "f must be an email")]
    [InlineData("""{"f":"a@b"}""", "f must be an email")]
    [InlineData("""{"f":"a@b.fr\n"}""", "f must be an email")]
    [InlineData("""{"f":"a@b@c.fr"}""", "f must be an email")]
    [InlineData("""{"f":".a@b.fr"}""", "f must be an email")]
    [InlineData("""{"f":"a@-b.fr"}""", "f must be an email")]
    [InlineData("""{"f":"Zoé.O'Neil+asso@mail.exemple.fr"}""")]
    public void Email(string body, params string[] messages) =>
        AssertBroken(body, fields => fields.Email("f"), messages);

    [Theory]
    [InlineData("{}", "f must be longer than or equal to 8 characters", "f should not be empty")]
    [InlineData("""{"f":"1234567"}""", "f must be longer than or equal to 8 characters")]
    [InlineData("{\"f\":\"" + Letters20 + "u\"}", "f must be shorter than or equal to 20 characters")]
    [InlineData("""{"f":12345678}""", "f must be longer than or equal to 8 and shorter than or equal to 20 characters")]
    [InlineData("""{"f":"😀😀😀😀"}""", "f must be longer than or equal to 8 characters")]
    [InlineData("""{"f":"éééééééé"}""")]
    public void Length(string body, params string[] messages) =>
        AssertBroken(body, fields => fields.Text("f", 8, 20), messages);

    [Theory]
    [InlineData("""{"f":"true"}""", "f must be a boolean value")]
    [InlineData("""{"f":0}""", "f must be a boolean value")]
    [InlineData("""{"f":false}""")]
    [InlineData("""{"f":null}""")]
    [InlineData("{}")]
    public void Optional_boolean(string body, params string[] messages) =>
        AssertBroken(body, fields => fields.OptionalBoolean("f"), messages);

    [Theory]
    [InlineData("{}", "f must be a number conforming to the specified constraints", "f should not be empty")]
    [InlineData("""{"f":"many"}""", "f must be a number conforming to the specified constraints")]
    [InlineData("""{"f":1e999}""", "f must be a number conforming to the specified constraints")]
    [InlineData("""{"f":"NaN"}""", "f must be a number conforming to the specified constraints")]
    [InlineData("""{"f":"12.5"}""")]
    [InlineData("""{"f":-1}""")]
    public void Number(string body, params string[] messages) =>
        AssertBroken(body, fields => fields.Number("f"), messages);

    [Theory]
    [InlineData("""{"f":"C"}""", "f must be one of the following values: A, B")]
    [InlineData("""{"f":"a"}""", "f must be one of the following values: A, B")]
    [InlineData("{}", "f must be one of the following values: A, B", "f should not be empty")]
    [InlineData("""{"f":"B"}""")]
    public void One_of_some_words(string body, params string[] messages) =>
        AssertBroken(body, fields => fields.OneOf("f", ["A", "B"]), messages);

    [Theory]
    [InlineData("""{"f":"C"}""", "f must be one of the following values: ")]
    [InlineData("""{"f":null}""")]
    public void One_of_some_words_that_are_not_listed(string body, params string[] messages) =>
        AssertBroken(body, fields => fields.OptionalOneOfUnlisted("f", ["A", "B"]), messages);

    [Theory]
    [InlineData("{}", "f must be an array", "each value in f must be a string", "f should not be empty")]
    [InlineData("""{"f":"x"}""", "f must be an array", "each value in f must be a string")]
    [InlineData("""{"f":["a",1]}""", "each value in f must be a string")]
    [InlineData("""{"f":[]}""")]
    public void List_of_text(string body, params string[] messages) =>
        AssertBroken(body, fields => fields.Texts("f"), messages);

    [Theory]
    [InlineData("""{"f":[]}""", "f should not be empty")]
    [InlineData("{}")]
    public void A_list_that_must_hold_something_when_it_is_sent(string body, params string[] messages) =>
        AssertBroken(body, fields => fields.OptionalTexts("f", mayBeEmpty: false), messages);

    [Theory]
    [InlineData("""{"f":"2025"}""")]
    [InlineData("""{"f":"2025-08"}""")]
    [InlineData("""{"f":"2025-W10"}""")]
    [InlineData("""{"f":"2025-08-31 10:00"}""")]
    [InlineData("""{"f":"2025-08-31T10:00:00.000Z"}""")]
    [InlineData("""{"f":"2025-08-31T10:00:00+02:00"}""")]
    [InlineData("""{"f":"31/08/2025"}""", "f must be a valid ISO 8601 date string")]
    [InlineData("""{"f":"2025-13-01"}""", "f must be a valid ISO 8601 date string")]
    [InlineData("""{"f":"2025-08-31X"}""", "f must be a valid ISO 8601 date string")]
    [InlineData("""{"f":""}""", "f must be a valid ISO 8601 date string")]
    public void Optional_date(string body, params string[] messages) =>
        AssertBroken(body, fields => fields.OptionalDate("f"), messages);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"f":"09:30"}""")]
    [InlineData("""{"f":null}""", @"f must match /^\d{2}:\d{2}$/ regular expression")]
    [InlineData("""{"f":"9:30"}""", @"f must match /^\d{2}:\d{2}$/ regular expression")]
    [InlineData("""{"f":"09:30\n"}""", @"f must match /^\d{2}:\d{2}$/ regular expression")]
    public void Optional_hour(string body, params string[] messages) =>
        AssertBroken(body, fields => fields.OptionalHour("f"), messages);

    [Theory]
    [InlineData("""{"f":{"type":"Point","coordinates":[2.35,48.85]}}""", true)]
    [InlineData("""{"f":{"type":"Point","coordinates":[180,-90]}}""", true)]
    [InlineData("""{"f":null}""", true)]
    [InlineData("""{"f":{"type":"Point","coordinates":[181,0]}}""", false)]
    [InlineData("""{"f":{"type":"Point","coordinates":["2","3"]}}""", false)]
    [InlineData("""{"f":{"type":"Point","coordinates":[1,2,3]}}""", false)]
    [InlineData("""{"f":{"type":"Polygon","coordinates":[1,2]}}""", false)]
    [InlineData("""{"f":{"type":"Point","coordinates":[null,2]}}""", false)]
    [InlineData("""{"f":"Point"}""", false)]
    public void Optional_point(string body, bool fits) =>
        AssertBroken(
            body,
            fields => fields.OptionalPoint("f"),
            fits ? [] : ["f invalide : doit être { type: \"Point\", coordinates: [lng, lat] }"]
        );

    [Fact]
    public void Of_a_point_its_place_is_kept_and_nothing_else()
    {
        var sent = """{"f":{"crs":{"type":"name"},"coordinates":[2.35,48.85],"type":"Point","bbox":[]}}""";

        Assert.Equal(
            """{"type":"Point","coordinates":[2.35,48.85]}""",
            new Fields(Parse(sent)).OptionalPoint("f")!.ToJsonString()
        );
    }

    [Fact]
    public void Unknown_fields_come_first_and_then_the_fields_in_the_order_of_reading()
    {
        var fields = new Fields(Parse("""{"z":1,"b":2,"a":3,"f":"x"}"""));
        fields.Text("b");
        fields.Text("a");
        fields.Text("f");

        Assert.Equal(
            ["property z should not exist", "b must be a string", "a must be a string"],
            Messages(() => fields.Check(refusesUnknown: true))
        );
        Assert.Equal(["b must be a string", "a must be a string"], Messages(() => fields.Check(refusesUnknown: false)));
    }

    static void AssertBroken(string body, Action<Fields> read, string[] messages)
    {
        var fields = new Fields(Parse(body));
        read(fields);
        Assert.Equal(messages, Messages(() => fields.Check(refusesUnknown: false)));
    }

    static JsonObject Parse(string body) => JsonNode.Parse(body)!.AsObject();

    static IReadOnlyList<string> Messages(Action check) =>
        Record.Exception(check) is ApiException { Body: ValidationErrorBody body } ? body.Message : [];
}
