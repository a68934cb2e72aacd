using MongoDB.Bson;
using MongoDB.Driver;

namespace Benevoclic.Api.Storage.Mongo;

/// <summary>An index that a query of ours needs. Names and definitions are production's, but for ids: those are plain and unique.</summary>
/// <remarks>
/// Production's indexes on ids compare without case, and a query without that collation cannot use them. Ours stands beside
/// the old one, which MongoDB allows because their collations differ.
/// </remarks>
sealed record MongoIndex(
    Collection Collection,
    string Name,
    BsonDocument Keys,
    bool IsUnique = false,
    bool IsSparse = false
)
{
    /// <summary>How production's index of emails compares: letters without their case, accents with.</summary>
    public static readonly Collation WithoutCase = new("en", strength: CollationStrength.Secondary);

    public static readonly IReadOnlyList<MongoIndex> All =
    [
        Id(Collection.LocalAccounts),
        new(Collection.LocalAccounts, "local_accounts_email", new("email", 1), IsUnique: true),
        Id(Collection.Users),
        Id(Collection.Volunteers),
        Id(Collection.Associations),
        Id(Collection.VolunteerSettings),
        Id(Collection.AssociationSettings),
        Id(Collection.Requests),
        Id(Collection.Leases),
        new(Collection.Requests, "requests_expiresAt", new("expiresAt", 1)) { ExpiresAfter = TimeSpan.Zero },
        Sparse(Collection.Associations, "idx_asso_volunteers_volunteerId", "volunteers.volunteerId"),
        Sparse(Collection.Associations, "idx_asso_volunteersWaiting_volunteerId", "volunteersWaiting.volunteerId"),
        new(Collection.Announcements, "idx_ann_associationId", new("associationId", 1)),
        Sparse(Collection.Announcements, "idx_ann_dateEvent", "dateEvent"),
        Sparse(Collection.Announcements, "idx_ann_datePublication", "datePublication"),
        Sparse(Collection.Announcements, "idx_ann_tags", "tags"),
        new(Collection.Announcements, "idx_ann_location_geo", new("locationAnnouncement", "2dsphere"), IsSparse: true),
        Sparse(Collection.Announcements, "idx_ann_participants_id", "participants.id"),
        Sparse(Collection.Announcements, "idx_ann_volunteers_id", "volunteers.id"),
        Sparse(Collection.Announcements, "idx_ann_volunteersWaiting_id", "volunteersWaiting.id"),
        new(
            Collection.Favorites,
            "favorites_pair",
            new BsonDocument { ["volunteerId"] = 1, ["announcementId"] = 1 },
            IsUnique: true
        ),
        new(Collection.Favorites, "favorites_announcementId", new("announcementId", 1)),
        new(Collection.Support, "support_createdAt", new("createdAt", -1)),
        Sparse(Collection.Support, "support_userId", "userId"),
        Sparse(Collection.Support, "support_announcementId", "announcementId"),
        new(Collection.Users, "idx_users_email", new("email", 1), IsUnique: true, IsSparse: true)
        {
            Collation = WithoutCase,
        },
    ];

    public Collation? Collation { get; init; }

    /// <summary>How long after the instant in its field the server removes a document; null keeps all.</summary>
    public TimeSpan? ExpiresAfter { get; init; }

    public CreateIndexModel<BsonDocument> Model =>
        new(
            Keys,
            new CreateIndexOptions
            {
                Name = Name,
                Unique = IsUnique,
                Sparse = IsSparse,
                Collation = Collation,
                ExpireAfter = ExpiresAfter,
            }
        );

    static MongoIndex Sparse(Collection collection, string name, string field) =>
        new(collection, name, new(field, 1), IsSparse: true);

    static MongoIndex Id(Collection collection) =>
        new(collection, $"{collection.Name}_{collection.Key}", new(collection.Key, 1), IsUnique: true);
}
