using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Benevoclic.Api.Hosting.Errors;

/// <summary>Decides what a client is told: for an exception, and for an answer that has a status but no body.</summary>
/// <param name="RetryAfter">When the same request may succeed; null when waiting does not help.</param>
sealed record ErrorAnswer(int StatusCode, object Body, TimeSpan? RetryAfter = null)
{
    static readonly ErrorAnswer Uncaught = new(StatusCodes.Status500InternalServerError, BareErrorBody.Uncaught);

    public static ErrorAnswer For(Exception error) =>
        error switch
        {
            UnavailableException => Plain(503, "Service momentanément indisponible") with
            {
                RetryAfter = UnavailableException.RetryAfter,
            },
            TooManyAttemptsException many => Plain(429, many.Message) with { RetryAfter = many.RetryAfter },
            ApiException expected => new(expected.StatusCode, expected.Body),
            BadHttpRequestException { InnerException: JsonException json } => Plain(400, Place(json)),
            BadHttpRequestException bad => For(bad.StatusCode, bad.Message),
            _ => Uncaught,
        };

    /// <param name="cannot">For a request that no route takes: the method and the address as sent. Otherwise null.</param>
    public static ErrorAnswer ForEmpty(int status, string? cannot) =>
        // Wrong method is 404 too: the contract has no 405.
        cannot is not null
        && status is 404 or 405
            ? Plain(404, $"Cannot {cannot}")
            : For(status, ReasonPhrases.GetReasonPhrase(status));

    static ErrorAnswer For(int status, string message) =>
        status switch
        {
            413 => new(413, BareErrorBody.TooLarge),
            415 => new(415, BareErrorBody.UnsupportedMedia),
            500 => Uncaught,
            _ => Plain(status, message),
        };

    static ErrorAnswer Plain(int status, string message) => new(status, ErrorBody.Of(status, message));

    // The serializer's own text names our types; the place is what a client needs.
    static string Place(JsonException error) =>
        $"Unexpected JSON at line {error.LineNumber + 1 ?? 1}, position {error.BytePositionInLine ?? 0}";
}
