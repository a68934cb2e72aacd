using System.Globalization;

namespace Benevoclic.Cli.Config;

/// <summary>Digits and nothing else: no sign, no space, no point.</summary>
static class WholeNumber
{
    /// <returns>Null when the text is something else, or outside of the range.</returns>
    public static int? Parse(string text, int min, int max) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= min
        && number <= max
            ? number
            : null;
}
