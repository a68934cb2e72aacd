using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Hosting.Answers;

/// <summary>What a handler answers, in the contract's forms: nothing found is an empty body, a text is a JSON string.</summary>
static class Answer
{
    public static JsonAnswer Ok(Document? document) => new(document?.Json ?? default);

    public static JsonAnswer Created(Document document) => new(document.Json, StatusCodes.Status201Created);

    public static JsonAnswer Ok(IEnumerable<Document> documents) =>
        new(DocumentWriting.Write(writer => DocumentWriting.WriteList(writer, documents)));

    /// <summary>Quoted: the web client reads every answer as JSON, and a bare id of digits alone would become a number there.</summary>
    public static JsonAnswer Text(string text) => new(Quoted(text));

    public static JsonAnswer CreatedText(string text) => new(Quoted(text), StatusCodes.Status201Created);

    /// <summary>200 without a word.</summary>
    public static JsonAnswer Nothing() => new(default);

    static ReadOnlyMemory<byte> Quoted(string text) => DocumentWriting.Write(writer => writer.WriteStringValue(text));
}
