using Benevoclic.Api.Hosting.Errors;

namespace Benevoclic.Api.Storage;

/// <summary>What a rule says to a change: the document as it becomes, or why not.</summary>
/// <param name="Refusal">For the person who asked, in the words of the contract.</param>
sealed record Decision(Document? Changed, string? Refusal)
{
    public static Decision To(Document changed) => new(changed, null);

    public static Decision Refuse(string reason) => new(null, reason);
}

static class Decisions
{
    /// <summary>The changed document, or the answer that says why it is not: 404 without a document, 400 for a refusal.</summary>
    /// <exception cref="ApiException"/>
    public static Document Granted(this Decision? decision, string missing) =>
        decision switch
        {
            null => throw ApiException.NotFound(missing),
            { Changed: { } changed } => changed,
            _ => throw ApiException.BadRequest(decision.Refusal ?? ""),
        };
}
