using System.Text;
using Benevoclic.Api.Announcements.Searching;
using Benevoclic.Api.Storage.Mongo;
using MongoDB.Bson;
using MongoDB.Bson.Serialization;
using MongoDB.Driver;

namespace Benevoclic.Api.Tests.Storage.Mongo;

public sealed class MongoSearchTests
{
    // What a server refuses that the stand-in takes.
    const int LongestPattern = 32_764;

    [Theory]
    [InlineData("a")]
    [InlineData("o")]
    [InlineData(".")]
    [InlineData("中")]
    [InlineData("🎉")]
    public void However_much_somebody_looks_for_MongoDB_takes_the_pattern(string letter)
    {
        var search = new Search { Terms = [new("nameEvent", string.Concat(Enumerable.Repeat(letter, 30_000)))] };

        var registry = BsonSerializer.SerializerRegistry;
        var filter = MongoSearch
            .Condition(search)
            .Render(new RenderArgs<BsonDocument>(registry.GetSerializer<BsonDocument>(), registry));

        var pattern = filter["$or"][0]["nameEvent"].AsBsonRegularExpression.Pattern;
        Assert.InRange(Encoding.UTF8.GetByteCount(pattern), 1000, LongestPattern);
    }
}
