using System.Globalization;
using Benevoclic.Relay.Delivery;
using Benevoclic.Relay.Discord;

namespace Benevoclic.Relay.Texts;

/// <summary>All texts of one language. The two of them are data; <see cref="CardWriter"/> puts them together.</summary>
sealed record Language
{
    /// <summary>For the HTML page.</summary>
    public required string Code { get; init; }

    /// <summary>By type of message: ServerDown, ServerUp, HighCpu and so on.</summary>
    public required IReadOnlyDictionary<string, Wording> Wordings { get; init; }

    /// <summary>For an alert that we do not know; {summary} is what its rule says.</summary>
    public required Wording Generic { get; init; }

    public required Wording Unreadable { get; init; }
    public required Wording PathTest { get; init; }
    public required CardLabels Labels { get; init; }
    public required IncidentWords Incidents { get; init; }
    public required TroubleWords Troubles { get; init; }
    public required PageLabels Page { get; init; }

    /// <summary>By the rule's label `severity`.</summary>
    public required IReadOnlyDictionary<string, string> Severities { get; init; }

    /// <summary>Seconds, minutes, hours, days, as they stand behind a number.</summary>
    public required (string Second, string Minute, string Hour, string Day) Units { get; init; }

    public string DecimalMark { get; init; } = ".";

    public required Func<DateTimeOffset, string> Date { get; init; }

    /// <summary>The last touch of the typesetter.</summary>
    public Func<string, string> Typeset { get; init; } = text => text;

    public static Language Of(Locale locale) => locale == Locale.English ? English.Language : French.Language;

    public string Say(Trouble trouble) =>
        trouble.Words
        ?? Typeset(
            (Troubles.Sequels[trouble.Sequel] + (IsAside(trouble) ? Troubles.LastTry : ""))
                .Replace("{wait}", Number(trouble.Wait ?? 0, "0.#"), StringComparison.Ordinal)
                .Replace("{reply}", trouble.Reply is { } reply ? Say(reply) : "", StringComparison.Ordinal)
        );

    public string Say(Reply reply) => Typeset((
                reply.Failure is { } failure ? Troubles.Failures[failure]
                : reply.Said.Length == 0 ? Troubles.Answered
                : Troubles.Said
            ).Replace("{status}", $"{reply.Status}", StringComparison.Ordinal).Replace("{said}", reply.Said, StringComparison.Ordinal));

    /// <summary>What came back, not what the relay did about it.</summary>
    public string Reason(Trouble trouble) => trouble.Reply is { } reply ? Say(reply) : Say(trouble);

    /// <summary>With one decimal, as in "8,1".</summary>
    public string Seconds(TimeSpan time) => Number(Math.Max(0, time.TotalSeconds), "0.0");

    public string Duration(TimeSpan time) =>
        time switch
        {
            { TotalSeconds: < 60 } => $"{Math.Max(0, (int)time.TotalSeconds)} {Units.Second}",
            { TotalMinutes: < 60 } => $"{time.Minutes} {Units.Minute} {time.Seconds:00} {Units.Second}",
            { TotalHours: < 24 } => $"{time.Hours} {Units.Hour} {time.Minutes:00} {Units.Minute}",
            _ => $"{time.Days} {Units.Day} {time.Hours} {Units.Hour}",
        };

    string Number(double number, string format) =>
        number.ToString(format, CultureInfo.InvariantCulture).Replace(".", DecimalMark, StringComparison.Ordinal);

    /// <summary>What came back is known, and not the point.</summary>
    static bool IsAside(Trouble trouble) => trouble is { Sequel: Sequel.TooLate, Reply: not null };
}
