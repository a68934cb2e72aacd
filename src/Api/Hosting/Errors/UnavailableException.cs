namespace Benevoclic.Api.Hosting.Errors;

/// <summary>Something that the API depends on does not answer now. The client is told 503 and when to come back.</summary>
/// <param name="dependency">For the log: "MongoDB", "SQLite", "Firebase".</param>
sealed class UnavailableException(string dependency, Exception? cause = null)
    : Exception($"{dependency} does not answer: {cause?.Message}", cause)
{
    /// <summary>Longer than a hiccup, shorter than the patience of a person.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    public string Dependency => dependency;
}
