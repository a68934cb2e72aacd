namespace Benevoclic.Api.Hosting.Errors;

/// <summary>Somebody tries too often. The client is told 429 and when the next try counts.</summary>
sealed class TooManyAttemptsException(TimeSpan retryAfter) : Exception("Trop de tentatives, réessayez plus tard")
{
    public TimeSpan RetryAfter => retryAfter;
}
