namespace Benevoclic.Relay.Texts;

/// <summary>What one type of message says in one language.</summary>
/// <param name="Headline">Follows the type's name in the title.</param>
/// <param name="Text">What happened; may hold {ago}, {duration}, {job}.</param>
/// <param name="Steps">What to do, in order, for somebody who is tired and on a phone.</param>
sealed record Wording(string Headline, string Text, params IReadOnlyList<string> Steps)
{
    /// <summary>The headline once it is over, for types that have no message of their own for that.</summary>
    public string? Over { get; init; }
}
