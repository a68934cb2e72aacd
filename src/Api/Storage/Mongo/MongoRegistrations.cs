using Benevoclic.Api.Announcements;
using Benevoclic.Api.Announcements.Registering;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Benevoclic.Api.Storage.Mongo;

/// <summary>
/// Each <see cref="Registration"/> as one conditional update: when it may happen, and what it makes of the lists. Counters and
/// status follow from the lists in the same step.
/// </summary>
static class MongoRegistrations
{
    static readonly FilterDefinitionBuilder<BsonDocument> Where = Builders<BsonDocument>.Filter;

    public static (FilterDefinition<BsonDocument> Condition, UpdateDefinition<BsonDocument> Update) Of(
        Registration registration
    ) =>
        registration switch
        {
            Registration.Join join => (MayJoin(join), Pipeline.Update([.. Joined(join), .. MongoSeats.Counted])),
            Registration.Wait wait => (
                !Has(Side.Volunteers.List, wait.Id) & !Has(Announcement.Waiting, wait.Id),
                Pipeline.Update(Appended(Announcement.Waiting, wait.Person))
            ),
            Registration.Leave leave => (
                Has(leave.Side.List, leave.Id),
                Pipeline.Update([Without(leave.Side.List, leave.Id), .. MongoSeats.Counted])
            ),
            Registration.StopWaiting stop => (
                Has(Announcement.Waiting, stop.Id),
                Pipeline.Update(Without(Announcement.Waiting, stop.Id))
            ),
            Registration.Mark mark => (Has(mark.Side.List, mark.Id), Pipeline.Update(Marked(mark))),
            _ => throw new ArgumentOutOfRangeException(nameof(registration), registration.Verb, null),
        };

    /// <summary>An element and not the path: a list that is none has nobody in it.</summary>
    public static FilterDefinition<BsonDocument> Has(string list, string personId) =>
        Where.ElemMatch(list, Where.Eq(Announcement.PersonId, personId));

    public static BsonDocument Without(string list, string personId) =>
        Pipeline.Set(
            list,
            // A list that the document does not have stays absent.
            Pipeline.If(
                new BsonDocument("$isArray", $"${list}"),
                Pipeline.Without(list, Announcement.PersonId, personId),
                $"${list}"
            )
        );

    static FilterDefinition<BsonDocument> MayJoin(Registration.Join join)
    {
        var mayJoin = !Has(join.Side.List, join.Id);
        if (join.From == WaitingRule.MustWait)
            mayJoin &= Has(Announcement.Waiting, join.Id);
        if (join.From == WaitingRule.MustNotWait)
            mayJoin &= !Has(Announcement.Waiting, join.Id);
        return join.IsLimited
            ? mayJoin
                & new BsonDocument("$expr", new BsonDocument("$not", new BsonArray { MongoSeats.IsFull(join.Side) }))
            : mayJoin;
    }

    static IEnumerable<BsonDocument> Joined(Registration.Join join)
    {
        if (join.From != WaitingRule.Any)
            yield return Without(Announcement.Waiting, join.Id);
        yield return Appended(join.Side.List, join.Person);
    }

    static BsonDocument Appended(string list, Document person) =>
        Pipeline.Set(list, Pipeline.Append(list, Bson.FromWire(person, Collection.Announcements)));

    static BsonDocument Marked(Registration.Mark mark)
    {
        var isHim = new BsonDocument(
            "$eq",
            new BsonArray { $"$$this.{Announcement.PersonId}", Pipeline.Literal(mark.Id) }
        );
        BsonValue presence = mark.IsPresent is { } present ? new BsonBoolean(present) : BsonNull.Value;
        var marked = new BsonDocument(
            "$mergeObjects",
            new BsonArray { "$$this", new BsonDocument("isPresent", Pipeline.Literal(presence)) }
        );
        return Pipeline.Set(
            mark.Side.List,
            new BsonDocument(
                "$map",
                new BsonDocument
                {
                    ["input"] = $"${mark.Side.List}",
                    ["in"] = Pipeline.If(isHim, marked, "$$this"),
                    ["as"] = "this",
                }
            )
        );
    }
}
