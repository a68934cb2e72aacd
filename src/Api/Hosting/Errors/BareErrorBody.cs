namespace Benevoclic.Api.Hosting.Errors;

/// <summary>Forms 3 and 4: two keys, for what no handler answered: an uncaught error, a body that was not taken.</summary>
sealed record BareErrorBody(int StatusCode, string Message)
{
    public static readonly BareErrorBody Uncaught = new(
        StatusCodes.Status500InternalServerError,
        "Internal server error"
    );

    public static readonly BareErrorBody TooLarge = new(
        StatusCodes.Status413PayloadTooLarge,
        "request entity too large"
    );

    public static readonly BareErrorBody UnsupportedMedia = new(
        StatusCodes.Status415UnsupportedMediaType,
        "unsupported media type"
    );
}
