using System.Text.RegularExpressions;
using CsCheck;

namespace Benevoclic.Api.Tests.Hostile;

/// <summary>Addresses: a route's template with ids that exist, that could exist, and that are no ids at all.</summary>
static partial class HostileTargets
{
    // Percent-encoded, as they go over the wire.
    static readonly string[] Ids =
    [
        "ada",
        "croix",
        "eve",
        "6741a0b2c3d4e5f601234567",
        "6741A0B2C3D4E5F601234567",
        "zzzzzzzzzzzzzzzzzzzzzzzz",
        "true",
        "undefined",
        "null",
        "-1",
        "1e999",
        "%20",
        "%2F",
        "..%2F..%2Fetc%2Fpasswd",
        "a%0D%0Ab",
        "%C3%A9%F0%9F%98%80",
        "%FF",
        "%",
        "%7B%22%24ne%22%3A1%7D",
        "'%20OR%201%3D1%20--",
        "%24where",
        "a.b",
        ".",
        new string('x', 3000),
    ];

    static readonly string[] Queries =
    [
        "",
        "",
        "",
        "?page=0&limit=-1",
        "?page=1e999&limit=abc",
        "?page=99999999999&limit=100000",
        "?startDate=0001-01-01&endDate=9999-12-31",
        "?startDate=nonsense",
        "?startDate=9996-01-01",
        "?startDate=9995-01-01&endDate=9999-12-31",
        "?createdAtFrom=2025-W10&createdAtTo=9999",
        "?createdAtFrom=-0001-01-01",
        "?type=TECHNICAL&type=OTHER",
        "?__proto__=1&%FF=%FF",
        "?expires=99999999999999999999&signature=%F0%9F",
    ];

    public static Gen<string> For(string template) =>
        Gen.Select(Gen.Frequency((2, Id(2)), (1, Id(Ids.Length))).Array[4], Gen.OneOf([.. Queries.Select(Gen.Const)]))
            .Select((ids, query) => Fill(template, ids) + query);

    /// <summary>One of the first ones; the first two are of somebody.</summary>
    static Gen<string> Id(int count) => Gen.OneOf([.. Ids.Take(count).Select(Gen.Const)]);

    static string Fill(string template, string[] ids)
    {
        var next = 0;
        return Parameter().Replace(template, _ => ids[next++ % ids.Length]);
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
