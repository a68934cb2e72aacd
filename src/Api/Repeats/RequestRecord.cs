using Benevoclic.Api.Hosting.Json;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Repeats;

/// <summary>A write that a client may send again: it runs, it has been let go, or it has been answered.</summary>
sealed record RequestRecord(Document Document)
{
    const string StartedField = "startedAt";
    const string NewIdField = "newId";
    const string ExpiresField = "expiresAt";
    public const string AnswerField = "answer";

    /// <summary>How long a client may ask again. The web client gives up after 10 seconds.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);

    /// <summary>Nobody is at it any more: who asks again may.</summary>
    public static readonly Document LetGo = Document.Of((StartedField, null));

    // No write takes this long; one that was begun and has no answer then died with its process.
    static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(30);

    public string Key => Document.Text(Collection.Requests.Key) ?? "";

    /// <summary>"" once it was let go.</summary>
    public string Started => Document.Text(StartedField) ?? "";

    /// <summary>Of what it adds. One that the version before has written has none.</summary>
    public string? NewId => Document.Text(NewIdField);

    /// <summary>Null while there is none to tell.</summary>
    public KeptAnswer? Answer => Document.Part(AnswerField) is { } answer ? KeptAnswer.From(answer) : null;

    public static RequestRecord New(string key, string newId, DateTimeOffset now) =>
        new(
            Document.Of(
                (Collection.Requests.Key, key),
                (NewIdField, newId),
                (StartedField, MillisecondTime.Text(now)),
                (ExpiresField, MillisecondTime.Text(now + Lifetime))
            )
        );

    public static Document Answered(KeptAnswer answer) => Document.Of((AnswerField, answer.ToJson()));

    /// <summary>
    /// The next try. Nobody knows how far an earlier one came, so it adds what that one added; after its time it is another request.
    /// </summary>
    public RequestRecord Again(string newId, DateTimeOffset now) =>
        New(Key, IsExpired(now) ? newId : NewId ?? newId, now);

    /// <summary>Whether somebody else may begin it anew.</summary>
    public bool IsAbandoned(DateTimeOffset now) =>
        IsExpired(now)
        || (Answer is null && (Document.Instant(StartedField) is not { } started || now - started > LongestRun));

    /// <summary>What tells this try from every other; null is what a field is that is not there.</summary>
    public Document Run => Document.Of((StartedField, Document.Text(StartedField)), (NewIdField, NewId));

    public bool IsSameRun(RequestRecord other) => Run.Json.Span.SequenceEqual(other.Run.Json.Span);

    bool IsExpired(DateTimeOffset now) => Document.Instant(ExpiresField) is not { } expires || now > expires;
}
