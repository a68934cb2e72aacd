using Microsoft.AspNetCore.WebUtilities;

namespace Benevoclic.Api.Hosting.Errors;

/// <summary>Form 2: like <see cref="ErrorBody"/>, with every rule that failed as one message.</summary>
sealed record ValidationErrorBody(IReadOnlyList<string> Message, string Error, int StatusCode)
{
    public static ValidationErrorBody Of(IReadOnlyList<string> messages) =>
        new(messages, ReasonPhrases.GetReasonPhrase(StatusCodes.Status400BadRequest), StatusCodes.Status400BadRequest);
}
