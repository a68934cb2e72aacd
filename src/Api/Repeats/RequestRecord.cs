using Benevoclic.Api.Hosting.Json;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Repeats;

/// <summary>A write that a client may send again: it runs, or it has been answered.</summary>
sealed record RequestRecord(Document Document)
{
    public const string StartedField = "startedAt";
    const string ExpiresField = "expiresAt";
    public const string AnswerField = "answer";

    /// <summary>How long a client may ask again. The web client gives up after 10 seconds.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);

    // No write takes this long; one that was begun and has no answer then died with its process.
    static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(30);

    public string Key => Document.Text(Collection.Requests.Key) ?? "";

    public string Started => Document.Text(StartedField) ?? "";

    /// <summary>Null while it runs.</summary>
    public KeptAnswer? Answer => Document.Part(AnswerField) is { } answer ? KeptAnswer.From(answer) : null;

    public static RequestRecord New(string key, DateTimeOffset now) =>
        new(
            Document.Of(
                (Collection.Requests.Key, key),
                (StartedField, MillisecondTime.Text(now)),
                (ExpiresField, MillisecondTime.Text(now + Lifetime))
            )
        );

    public static Document Answered(KeptAnswer answer) => Document.Of((AnswerField, answer.ToJson()));

    /// <summary>Whether somebody else may begin it anew.</summary>
    public bool IsAbandoned(DateTimeOffset now) =>
        !MillisecondTime.TryParse(Started, out var started)
        || now - started > Lifetime
        || (Answer is null && now - started > LongestRun);
}
