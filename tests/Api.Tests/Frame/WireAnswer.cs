using System.Net;
using System.Text.Json.Nodes;

namespace Benevoclic.Api.Tests.Frame;

/// <param name="Body">As it was sent.</param>
sealed record WireAnswer(HttpStatusCode Status, string Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    // What a test that fails shows; not every body is JSON.
    public override string ToString() => $"{(int)Status} {Body}";

    /// <summary>Of an object, or of one of form 1's errors: the field as text.</summary>
    public string? this[string field] => Json[field]?.ToString();
}
