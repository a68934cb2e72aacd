using Benevoclic.Api.Text;

namespace Benevoclic.Api.Announcements.Searching;

/// <param name="Field">nameEvent, description or associationName.</param>
/// <param name="Text">Folded, see <see cref="Accents"/>; not empty.</param>
sealed record SearchTerm(string Field, string Text)
{
    /// <summary>Fields that were sent empty ask for nothing.</summary>
    public static IReadOnlyList<SearchTerm> AllOf(params IReadOnlyList<(string Field, string? Text)> sent) =>
        [.. sent.Select(field => Of(field.Field, field.Text)).OfType<SearchTerm>()];

    static SearchTerm? Of(string field, string? text) =>
        Accents.Fold(text ?? "") is { Length: > 0 } folded ? new(field, folded) : null;
}
