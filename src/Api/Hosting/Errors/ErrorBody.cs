using Microsoft.AspNetCore.WebUtilities;

namespace Benevoclic.Api.Hosting.Errors;

/// <summary>Form 1 of the contract's errors. The order of the properties is the order on the wire.</summary>
sealed record ErrorBody(string Message, string Error, int StatusCode)
{
    public static ErrorBody Of(int status, string message) =>
        new(message, ReasonPhrases.GetReasonPhrase(status), status);
}
