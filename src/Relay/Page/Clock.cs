using System.Globalization;
using Benevoclic.Relay.Texts;

namespace Benevoclic.Relay.Page;

/// <summary>Dates as the team reads them: on the page they are in Paris' time, Discord shows each reader's own.</summary>
sealed class Clock(TimeProvider time, Language language)
{
    public string Full(DateTimeOffset at) => language.Date(Paris.Of(at));

    public TimeSpan Since(DateTimeOffset at) => time.GetUtcNow() - at;

    public string Ago(DateTimeOffset at) =>
        language.Page.Ago.Replace("{duration}", language.Duration(Since(at)), StringComparison.Ordinal);

    /// <summary>Discord's time stamps: R is relative, all other styles are shown in full.</summary>
    public string Of(string unixSeconds, string style) =>
        long.TryParse(unixSeconds, NumberStyles.Integer, CultureInfo.InvariantCulture, out var seconds)
        && seconds is >= 0 and < 250_000_000_000
            ? style == "R"
                ? Ago(DateTimeOffset.FromUnixTimeSeconds(seconds))
                : Full(DateTimeOffset.FromUnixTimeSeconds(seconds))
            : unixSeconds;
}
