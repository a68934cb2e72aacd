namespace Benevoclic.Cli.Local;

/// <summary>Something that a person watching <c>up</c> wants to know.</summary>
/// <param name="At">When it happened.</param>
/// <param name="Service">Where it comes from.</param>
/// <param name="Text">One line of English.</param>
/// <param name="Tone">How it looks.</param>
sealed record RunEvent(DateTimeOffset At, string Service, string Text, Tone Tone);

enum Tone
{
    Plain,
    Good,
    Bad,
}
