using System.Text;
using System.Text.Json;
using CsCheck;

namespace Benevoclic.Api.Tests.Hostile;

/// <summary>Bodies: nearly right ones, which get far, and ones that are not even JSON.</summary>
static class HostileBodies
{
    static readonly string[] Words =
    [
        "",
        " ",
        "ada",
        "croix",
        "VOLUNTEER",
        "ADMIN",
        "TECHNICAL",
        "SLOW_PERFORMANCE",
        "ACTIVE",
        "COMPLETED",
        "ada@example.org",
        "motdepasse",
        "2026-12-24",
        "2026-13-45",
        "18:30",
        "99:99",
        "true",
        "null",
        "$where",
        "' OR 1=1 --",
        "<script>alert(1)</script>",
        "../../etc/passwd",
        "\u0000",
        "\uD800",
        "é😀",
        "(((((a+)+)+)+)+)$",
        "6741a0b2c3d4e5f601234567",
        new string('x', 5000),
    ];

    /// <summary>What gets a request past the rules that only some words satisfy.</summary>
    static readonly Dictionary<string, string> Right = new()
    {
        ["announcementId"] = "6741a0b2c3d4e5f601234567",
        ["associationId"] = "croix",
        ["category"] = "SLOW_PERFORMANCE",
        ["email"] = "ada@example.org",
        ["password"] = "motdepasse",
        ["priority"] = "HIGH",
        ["role"] = "VOLUNTEER",
        ["status"] = "RESOLVED",
        ["type"] = "TECHNICAL",
        ["volunteerId"] = "ada",
    };

    const string Paris = """{"type":"Point","coordinates":[2.35,48.85]}""";

    static readonly Gen<string> Text = Gen.OneOf(Gen.OneOf([.. Words.Select(Gen.Const)]), Gen.String[0, 40])
        .Select(Quote);

    static readonly Gen<string> Number = Gen.OneOf(
        Gen.Int[-3, 10].Select(value => $"{value}"),
        Gen.Double.Select(value =>
            double.IsFinite(value) ? value.ToString("R", System.Globalization.CultureInfo.InvariantCulture) : "0"
        ),
        Gen.OneOf([.. new[] { "1e999", "-0", "-1", "99999999999999999999", "0.1", "2147483648" }.Select(Gen.Const)])
    );

    static readonly Gen<string> Leaf = Gen.OneOf(
        Text,
        Number,
        Gen.OneOf([
            .. new[]
            {
                "true",
                "false",
                "null",
                "{}",
                "[]",
                Paris,
                """{"type":"Point","coordinates":[999,"x"]}""",
                """{"$ne":null}""",
                """["a","b"]""",
                """{"address":"1 rue","city":"Paris","postalCode":"75001","country":"France"}""",
            }.Select(Gen.Const),
        ])
    );

    static readonly Gen<string> Value = Gen.Recursive<string>(
        (depth, self) =>
            depth > 3
                ? Leaf
                : Gen.Frequency(
                    (6, Leaf),
                    (1, self.Array[0, 4].Select(items => $"[{string.Join(',', items)}]")),
                    (1, Gen.Select(Text, self).Array[0, 4].Select(Object))
                )
    );

    static readonly string[] Types =
    [
        "application/json",
        "application/json; charset=utf-8",
        "APPLICATION/JSON",
        "application/json; charset=utf-16",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "multipart/form-data",
        "text/plain",
        "application/octet-stream",
        "nonsense",
        "application/json; charset=\"",
        "",
    ];

    /// <param name="fields">What the route reads: bodies made of these get past the door.</param>
    public static Gen<(string? Type, byte[] Body)> For(IReadOnlyList<HostileField> fields) =>
        Gen.Frequency(
            (8, Json(WellTyped(fields))),
            (4, Json(Shaped(fields))),
            (2, Json(Value)),
            (2, Json(Shaped(fields)).SelectMany(whole => Broken(whole.Body)).Select(body => ((string?)Types[0], body))),
            (1, Json(Gen.OneOf([.. Strange(fields).Select(Gen.Const)]))),
            (
                1,
                Gen.Select(Gen.OneOf([.. Types.Select(Gen.Const)]), Gen.Byte.Array[0, 200])
                    .Select((type, body) => ((string?)type, body))
            ),
            (2, Form(fields)),
            (1, Gen.Const<(string?, byte[])>((null, []))),
            (2, Multipart)
        );

    static Gen<(string? Type, byte[] Body)> Json(Gen<string> text) =>
        Gen.Select(text, Gen.Int[0, 2]).Select((json, type) => ((string?)Types[type], Encoding.UTF8.GetBytes(json)));

    static Gen<string> Shaped(IReadOnlyList<HostileField> fields) =>
        fields.Count == 0
            ? Value
            : Gen.Select(Gen.OneOf([.. fields.Select(field => Gen.Const(field.Name))]).Select(Quote), Value)
                .Array[0, 14]
                .Select(Object);

    /// <summary>Every field, each of the kind that the route wants: some of these are carried out.</summary>
    static Gen<string> WellTyped(IReadOnlyList<HostileField> fields) =>
        fields
            .Aggregate(Gen.Const<IReadOnlyList<string>>([]), With)
            .Select(members => $"{{{string.Join(',', members)}}}");

    static Gen<IReadOnlyList<string>> With(Gen<IReadOnlyList<string>> members, HostileField field) =>
        Gen.Select(
            members,
            Of(field),
            (before, value) => (IReadOnlyList<string>)[.. before, $"{Quote(field.Name)}:{value}"]
        );

    static Gen<string> Of(HostileField field) =>
        Right.TryGetValue(field.Name, out var right)
            ? Gen.Frequency((4, Gen.Const(Quote(right))), (1, Of(field.Type)))
            : Of(field.Type);

    static Gen<string> Of(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) switch
        {
            var flag when flag == typeof(bool) => Gen.Bool.Select(value => value ? "true" : "false"),
            var number when number == typeof(double) => Number,
            var text when text == typeof(string) => Text,
            var list
                when list.IsAssignableTo(typeof(System.Collections.IEnumerable))
                    && list != typeof(System.Text.Json.Nodes.JsonObject) => Text.Array[0, 3]
                .Select(items => $"[{string.Join(',', items)}]"),
            _ => Gen.Frequency((4, Gen.Const(Paris)), (1, Leaf)),
        };

    static Gen<byte[]> Broken(byte[] whole) =>
        Gen.Select(Gen.Int[0, Math.Max(0, whole.Length - 1)], Gen.Byte, Gen.Bool)
            .Select(
                (place, value, cut) =>
                    cut || whole.Length == 0
                        ? whole[..Math.Min(place, whole.Length)]
                        : [.. whole[..place], value, .. whole[(place + 1)..]]
            );

    static IEnumerable<string> Strange(IReadOnlyList<HostileField> fields)
    {
        var field = fields.Count > 0 ? fields[0].Name : "a";
        yield return $$"""{"{{field}}":"a","{{field}}":"b"}""";
        yield return new string('[', 5000) + new string(']', 5000);
        yield return string.Concat(Enumerable.Repeat("{\"a\":", 3000)) + "1" + new string('}', 3000);
        yield return $$"""{"{{field}}":"{{new string('x', 100_000)}}"}""";
        yield return $$"""{"{{field}}":"{{new string('x', 300_000)}}"}""";
        yield return $$"""{"{{field}}":"\ud800"}""";
        yield return """{"__proto__":{"role":"ADMIN"},"constructor":1}""";
        yield return "null";
        yield return "\uFEFF{}";
        yield return "{} {}";
    }

    static Gen<(string? Type, byte[] Body)> Form(IReadOnlyList<HostileField> fields) =>
        Gen.Select(
                Gen.OneOf([.. fields.Select(field => field.Name).DefaultIfEmpty("a").Select(Gen.Const)]),
                Gen.String[0, 20],
                Gen.Bool
            )
            .Array[0, 6]
            .Select(pairs =>
                (
                    (string?)"application/x-www-form-urlencoded",
                    Encoding.UTF8.GetBytes(
                        string.Join('&', pairs.Select(pair => $"{pair.Item1}{(pair.Item3 ? "[]" : "")}={pair.Item2}"))
                    )
                )
            );

    static readonly Gen<(string? Type, byte[] Body)> Multipart = Gen.Select(
            Gen.OneOf([.. new[] { "file", "avatar", "" }.Select(Gen.Const)]),
            Gen.OneOf(Gen.Const(Harness.Pictures.Png), Gen.Byte.Array[0, 100]),
            Gen.Bool
        )
        .Select(
            (name, content, ends) =>
            {
                byte[] body =
                [
                    .. Encoding.UTF8.GetBytes(
                        $"--x\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"a.png\"\r\n\r\n"
                    ),
                    .. content,
                    .. Encoding.UTF8.GetBytes(ends ? "\r\n--x--\r\n" : "\r\n--x"),
                ];
                return ((string?)"multipart/form-data; boundary=x", body);
            }
        );

    static string Object((string Name, string Value)[] fields) =>
        $"{{{string.Join(',', fields.Select(field => $"{field.Name}:{field.Value}"))}}}";

    static string Quote(string text) => JsonSerializer.Serialize(text);
}
