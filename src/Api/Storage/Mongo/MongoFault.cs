using MongoDB.Driver;

namespace Benevoclic.Api.Storage.Mongo;

/// <summary>Tells what is wrong with the server, which a person has to mend, from what is wrong with a command.</summary>
/// <remarks>Codes: https://github.com/mongodb/mongo/blob/master/src/mongo/base/error_codes.yml.</remarks>
static class MongoFault
{
    public const int DuplicateKey = 11000;
    public const int Unauthorized = 13;
    public const int IndexOptionsConflict = 85;
    public const int IndexKeySpecsConflict = 86;
    const int OutOfDiskSpace = 14031;

    /// <summary>Atlas itself and not MongoDB: over its quota, most of the time.</summary>
    const int AtlasError = 8000;

    const string FullDisk =
        "has no room left on its disk and takes no writes: make room where its dbPath is, the API goes on by itself";
    const string NoRight =
        "does not let the user of MONGODB_URL do this: give it the role readWrite on the database, the API goes on by itself";

    /// <summary>No server, or none that may take what we send.</summary>
    public static bool IsOutage(Exception error) =>
        error
            is MongoConnectionException
                or MongoConnectionPoolPausedException
                or MongoWaitQueueFullException
                or MongoNotPrimaryException
                or MongoNodeIsRecoveringException;

    /// <summary>
    /// Why the server refuses everybody, for the person on call. Null when it is the command that it refuses. Its own words are left out
    /// where they repeat the command, which holds what people wrote.
    /// </summary>
    public static string? Refusal(Exception error) =>
        CodeOf(error) switch
        {
            OutOfDiskSpace => FullDisk,
            Unauthorized => NoRight,
            AtlasError => $"refuses: {error.Message}",
            _ => null,
        };

    /// <summary>It may create the index later: nothing of ours is in its way.</summary>
    public static bool PassesByItself(Exception error) => CodeOf(error) is OutOfDiskSpace or AtlasError;

    static int? CodeOf(Exception error) =>
        error switch
        {
            MongoCommandException command => command.Code,
            MongoWriteException write => write.WriteError?.Code ?? write.WriteConcernError?.Code,
            MongoBulkWriteException bulk => bulk.WriteErrors is [var first, ..] ? first.Code : null,
            _ => null,
        };
}
