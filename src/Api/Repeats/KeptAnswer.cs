using System.Text.Json.Nodes;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Repeats;

/// <param name="Body">UTF-8 text; "" for an answer without a body.</param>
sealed record KeptAnswer(int Status, string? ContentType, string Body)
{
    /// <summary>Characters. What a write answers is one document; the largest may be a profile with its members.</summary>
    public const int LargestBody = 512 * 1024;

    public static KeptAnswer From(Document document) =>
        new((int)(document.Number("status") ?? 0), document.Text("contentType"), document.Text("body") ?? "");

    public JsonObject ToJson() =>
        new()
        {
            ["status"] = Status,
            ["contentType"] = ContentType,
            ["body"] = Body,
        };
}
