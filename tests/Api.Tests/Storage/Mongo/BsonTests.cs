using Benevoclic.Api.Storage;
using Benevoclic.Api.Storage.Mongo;
using MongoDB.Bson;

namespace Benevoclic.Api.Tests.Storage.Mongo;

public sealed class BsonTests
{
    [Fact]
    public void Each_type_is_written_as_the_old_API_wrote_it()
    {
        var bson = new BsonDocument
        {
            ["_id"] = ObjectId.Parse("6920123e567f0123456789ab"),
            ["int"] = 5,
            ["long"] = 5_000_000_000L,
            ["whole"] = 5.0,
            ["minus"] = -0.0,
            ["half"] = 0.5,
            ["infinite"] = double.PositiveInfinity,
            ["date"] = new BsonDateTime(1763822308102),
            ["none"] = BsonNull.Value,
            ["gone"] = BsonUndefined.Value,
            ["deep"] = new BsonArray { new BsonDocument("é", "<b>"), BsonNull.Value },
        };

        Assert.Equal(
            """{"_id":"6920123e567f0123456789ab","int":5,"long":5000000000,"whole":5,"minus":0,"half":0.5,"infinite":null,"date":"2025-11-22T14:38:28.102Z","none":null,"deep":[{"é":"<b>"},null]}""",
            Bson.ToWire(bson).ToString()
        );
    }

    [Fact]
    public void Ids_and_instants_get_their_types_back_and_other_texts_stay_texts()
    {
        var document = Document.Of(
            ("_id", "6920123e567f0123456789ab"),
            ("updatedAt", "2025-11-22T14:38:28.102Z"),
            ("createdAt", "2025-11-22T14:38:28.102Z"),
            ("count", 3),
            ("large", 5_000_000_000),
            ("half", 0.5)
        );

        var bson = Bson.FromWire(document, Collection.Users);

        Assert.Equal(BsonType.ObjectId, bson["_id"].BsonType);
        Assert.Equal(new BsonDateTime(1763822308102), bson["updatedAt"]);
        Assert.Equal(BsonType.String, bson["createdAt"].BsonType);
        Assert.Equal(BsonType.Int32, bson["count"].BsonType);
        Assert.Equal(BsonType.Double, bson["large"].BsonType);
        Assert.Equal(BsonType.Double, bson["half"].BsonType);
        Assert.Equal(document.ToString(), Bson.ToWire(bson).ToString());
    }

    [Fact]
    public void A_text_that_only_looks_like_an_instant_stays_as_it_is()
    {
        var bson = Bson.FromWire(Document.Of(("updatedAt", "2025-11-22"), ("_id", "short")), Collection.Users);

        Assert.Equal("2025-11-22", bson["updatedAt"].AsString);
        Assert.Equal("short", bson["_id"].AsString);
    }
}
