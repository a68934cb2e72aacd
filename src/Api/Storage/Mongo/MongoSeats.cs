using Benevoclic.Api.Announcements;
using Benevoclic.Api.Announcements.Registering;
using MongoDB.Bson;

namespace Benevoclic.Api.Storage.Mongo;

/// <summary><see cref="Announcement.Counted"/> as stages of a pipeline: counters and status as the lists have them.</summary>
static class MongoSeats
{
    public static IReadOnlyList<BsonDocument> Counted =>
        [
            new(
                "$set",
                new BsonDocument
                {
                    [Side.Participants.Counter] = Pipeline.Count(Side.Participants.List),
                    [Side.Volunteers.Counter] = Pipeline.Count(Side.Volunteers.List),
                }
            ),
            Pipeline.Set(
                "status",
                Pipeline.If(
                    Call("$in", "$status", new BsonArray { AnnouncementStatus.Active, AnnouncementStatus.Completed }),
                    Pipeline.If(IsComplete, AnnouncementStatus.Completed, AnnouncementStatus.Active),
                    "$status"
                )
            ),
        ];

    /// <summary>False for a side without a limit.</summary>
    public static BsonDocument IsFull(Side side) =>
        Call("$and", IsLimited(side), Call("$gte", Pipeline.Count(side.List), $"${side.Maximum}"));

    static BsonDocument IsComplete =>
        Call(
            "$and",
            Call("$or", IsLimited(Side.Participants), IsLimited(Side.Volunteers)),
            IsUnlimitedOrFull(Side.Participants),
            IsUnlimitedOrFull(Side.Volunteers)
        );

    static BsonDocument IsLimited(Side side) =>
        Call(
            "$and",
            new BsonDocument("$isNumber", $"${side.Maximum}"),
            Call("$ne", $"${side.Maximum}", Announcement.Unlimited)
        );

    static BsonDocument IsUnlimitedOrFull(Side side) => Call("$or", Call("$not", IsLimited(side)), IsFull(side));

    static BsonDocument Call(string name, params BsonValue[] arguments) => new(name, new BsonArray(arguments));
}
