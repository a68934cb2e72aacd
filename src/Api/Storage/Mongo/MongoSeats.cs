using Benevoclic.Api.Announcements;
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
                    ["nbParticipants"] = Pipeline.Count(Announcement.Participants),
                    ["nbVolunteers"] = Pipeline.Count(Announcement.Volunteers),
                }
            ),
            Pipeline.Set(
                "status",
                Pipeline.If(
                    Call("$in", "$status", new BsonArray { AnnouncementStatus.Active, AnnouncementStatus.Completed }),
                    Pipeline.If(IsFull, AnnouncementStatus.Completed, AnnouncementStatus.Active),
                    "$status"
                )
            ),
        ];

    static BsonDocument IsFull =>
        Call(
            "$and",
            Call("$or", IsLimited("maxParticipants"), IsLimited("maxVolunteers")),
            IsUnlimitedOrFull("maxParticipants", "nbParticipants"),
            IsUnlimitedOrFull("maxVolunteers", "nbVolunteers")
        );

    static BsonDocument IsLimited(string limit) =>
        Call("$and", new BsonDocument("$isNumber", $"${limit}"), Call("$ne", $"${limit}", -1));

    static BsonDocument IsUnlimitedOrFull(string limit, string count) =>
        Call("$or", Call("$not", IsLimited(limit)), Call("$gte", $"${count}", $"${limit}"));

    static BsonDocument Call(string name, params BsonValue[] arguments) => new(name, new BsonArray(arguments));
}
