namespace Benevoclic.Api.Hosting.Errors;

/// <summary>An error that a client is meant to see. Any other exception is a bug and shows as 500 without a word.</summary>
sealed class ApiException : Exception
{
    public ApiException(int statusCode, string message)
        : base(message)
    {
        StatusCode = statusCode;
        Body = ErrorBody.Of(statusCode, message);
    }

    /// <param name="messages">Every rule that the request broke, in the order of the contract.</param>
    public ApiException(IReadOnlyList<string> messages)
        : base(string.Join("; ", messages))
    {
        StatusCode = StatusCodes.Status400BadRequest;
        Body = ValidationErrorBody.Of(messages);
    }

    public int StatusCode { get; }

    /// <summary>Form 1 or form 2.</summary>
    public object Body { get; }

    public static ApiException NotFound(string message) => new(StatusCodes.Status404NotFound, message);

    public static ApiException BadRequest(string message) => new(StatusCodes.Status400BadRequest, message);
}
