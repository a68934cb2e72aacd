namespace Benevoclic.Api.Hosting.Errors;

/// <summary>Something that the API depends on does not answer now, or cannot do its work. The client is told 503 and when to come back.</summary>
sealed class UnavailableException : Exception
{
    /// <summary>Longer than a hiccup, shorter than the patience of a person.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    /// <param name="dependency">For the log: "MongoDB", "SQLite", "Firebase".</param>
    public UnavailableException(string dependency, Exception? cause = null)
        : base($"{dependency} does not answer: {cause?.Message}", cause) { }

    UnavailableException(Exception cause, string message)
        : base(message, cause) { }

    /// <summary>It answers, and refuses until somebody does something.</summary>
    /// <param name="reason">For the person on call: what it has, and what to do.</param>
    public static UnavailableException Refusing(string dependency, string reason, Exception cause) =>
        new(cause, $"{dependency} {reason}");
}
