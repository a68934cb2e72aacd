namespace Benevoclic.Api.Storage;

/// <summary>What a rule says to a change: the document as it becomes, or why not.</summary>
/// <param name="Refusal">For the person who asked, in the words of the contract.</param>
sealed record Decision(Document? Changed, string? Refusal)
{
    public static Decision To(Document changed) => new(changed, null);

    public static Decision Refuse(string reason) => new(null, reason);
}
