using System.Globalization;

namespace Benevoclic.Bench.Api;

/// <summary>What visitors search for, as the bodies of POST /announcements/filter/announcements.</summary>
static class Questions
{
    public const string Address = "/announcements/filter/announcements";

    /// <summary>The page that everybody opens.</summary>
    public const string FirstPage = """{"page":1,"limit":9}""";

    /// <param name="i">Another one, another place.</param>
    public static string Near(int i) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"page":1,"limit":9,"latitude":{{44 + (i * 37 % 500 / 100.0):0.00}},"longitude":{{-1 + (i * 61 % 600 / 100.0):0.00}},"radius":20000}"""
        );

    public static string About(int i)
    {
        var word = Stored.Words[i % Stored.Words.Count];
        return $$"""{"page":1,"limit":9,"nameEvent":"{{word}}","description":"{{word}}","associationName":"{{word}}"}""";
    }

    /// <summary>Lua for one question that is always the same.</summary>
    public static string Always(string body) => $"function request() return post('{Address}', '{body}') end";

    /// <summary>Lua for questions of which hardly any comes twice.</summary>
    public static string Never(string more) =>
        $$"""
            function request()
              local body = string.format('{"page":1,"limit":9,"hoursEventFrom":"%02d:%02d"{{more}}}', n(14), n(60))
              return post('{{Address}}', body)
            end
            """;
}
