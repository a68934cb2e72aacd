using System.Text;

namespace Benevoclic.Api.Text;

/// <summary>
/// Makes texts comparable for people: lower case, and letters without their accents. The table is ours because the runtime has
/// none where there is no ICU, as in our image; it covers the letters of Europe's languages in Latin script.
/// </summary>
static class Accents
{
    const char FirstMark = '\u0300';
    const char LastMark = '\u036F';

    static readonly Dictionary<char, string> Variants = new()
    {
        ['a'] = "àáâãäåāăą",
        ['c'] = "çćĉċč",
        ['d'] = "ďđ",
        ['e'] = "èéêëēĕėęě",
        ['g'] = "ĝğġģ",
        ['h'] = "ĥħ",
        ['i'] = "ìíîïĩīĭį",
        ['j'] = "ĵ",
        ['k'] = "ķ",
        ['l'] = "ĺļľŀł",
        ['n'] = "ñńņň",
        ['o'] = "òóôõöøōŏő",
        ['r'] = "ŕŗř",
        ['s'] = "śŝşš",
        ['t'] = "ţťŧ",
        ['u'] = "ùúûüũūŭůűų",
        ['w'] = "ŵ",
        ['y'] = "ýÿŷ",
        ['z'] = "źżž",
    };

    static readonly Dictionary<char, char> Letters = Variants
        .SelectMany(entry => entry.Value, (entry, variant) => (variant, entry.Key))
        .SelectMany(Cases)
        .ToDictionary(pair => pair.Variant, pair => pair.Letter);

    public static string Fold(string text) => Strip(text.ToLowerInvariant());

    /// <summary>Without accents, in the case that it has.</summary>
    public static string Strip(string text)
    {
        var stripped = new StringBuilder(text.Length);
        foreach (var letter in text.Where(letter => letter is < FirstMark or > LastMark))
            stripped.Append(Letters.GetValueOrDefault(letter, letter));
        return stripped.ToString();
    }

    /// <summary>A regular expression, to be used without regard to case, that finds what <paramref name="folded"/> is the fold of.</summary>
    public static string Pattern(string folded)
    {
        var pattern = new StringBuilder();
        // A mark never stands inside a letter: an emoji is two halves here, and one half is no text.
        foreach (var letter in folded.EnumerateRunes())
            pattern.Append(PatternOf(letter)).Append($"[{FirstMark}-{LastMark}]*");
        return pattern.ToString();
    }

    static IEnumerable<(char Variant, char Letter)> Cases((char Variant, char Letter) pair)
    {
        yield return pair;
        // Some have no capital.
        if (char.ToUpperInvariant(pair.Variant) is var capital && capital != pair.Variant)
            yield return (capital, char.ToUpperInvariant(pair.Letter));
    }

    static string PatternOf(Rune letter) =>
        !letter.IsAscii ? letter.ToString()
        : Variants.TryGetValue((char)letter.Value, out var variants) ? $"[{letter}{variants}]"
        : !char.IsAsciiLetterOrDigit((char)letter.Value) ? $"\\x{letter.Value:x2}"
        : letter.ToString();
}
