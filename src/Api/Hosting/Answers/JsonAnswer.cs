namespace Benevoclic.Api.Hosting.Answers;

/// <summary>Bytes that are JSON already, sent with their length.</summary>
/// <param name="json">UTF-8; empty for an answer without a body.</param>
sealed class JsonAnswer(ReadOnlyMemory<byte> json, int status = StatusCodes.Status200OK) : IResult
{
    const string MediaType = "application/json; charset=utf-8";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentLength = json.Length;
        if (json.IsEmpty)
            return;
        response.ContentType = MediaType;
        await response.BodyWriter.WriteAsync(json, httpContext.RequestAborted);
    }
}
