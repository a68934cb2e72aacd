using MongoDB.Bson;
using MongoDB.Driver;

namespace Benevoclic.Api.Storage.Mongo;

/// <summary>
/// Parts of an update by pipeline, which sees the document that it changes. What comes from a person is always a $literal: a text
/// with a dollar would be read as a field.
/// </summary>
static class Pipeline
{
    public static UpdateDefinition<BsonDocument> Update(params IReadOnlyList<BsonDocument> stages) =>
        Builders<BsonDocument>.Update.Pipeline(
            new BsonDocumentStagePipelineDefinition<BsonDocument, BsonDocument>(stages)
        );

    public static BsonDocument Set(string field, BsonValue expression) =>
        new("$set", new BsonDocument(field, expression));

    public static BsonDocument Literal(BsonValue value) => new("$literal", value);

    /// <summary>The field when it is a list, else an empty one.</summary>
    public static BsonDocument List(string field) =>
        If(new BsonDocument("$isArray", $"${field}"), $"${field}", new BsonArray());

    public static BsonDocument Append(string list, BsonDocument item) =>
        new(
            "$concatArrays",
            new BsonArray
            {
                List(list),
                new BsonArray { Literal(item) },
            }
        );

    /// <summary>The list without the elements whose <paramref name="key"/> is <paramref name="value"/>.</summary>
    public static BsonDocument Without(string list, string key, string value) =>
        new(
            "$filter",
            new BsonDocument
            {
                ["input"] = List(list),
                ["cond"] = new BsonDocument("$ne", new BsonArray { $"$$this.{key}", Literal(value) }),
            }
        );

    public static BsonDocument If(BsonValue condition, BsonValue then, BsonValue otherwise) =>
        new("$cond", new BsonArray { condition, then, otherwise });

    public static BsonDocument Count(string list) => new("$size", List(list));
}
