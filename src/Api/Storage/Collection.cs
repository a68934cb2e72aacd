namespace Benevoclic.Api.Storage;

/// <summary>One collection: the same names in MongoDB, as production has them, and as a table of SQLite.</summary>
/// <param name="Key">The field that routes find a document by.</param>
sealed record Collection(string Name, string Key)
{
    public static readonly Collection Users = new("users", "userId") { Instants = ["updatedAt"] };
    public static readonly Collection LocalAccounts = new("local_accounts", "uid");
    public static readonly Collection Volunteers = new("volunteers", "volunteerId");
    public static readonly Collection Associations = new("associations", "associationId");
    public static readonly Collection Announcements = new("announcements", DocumentId.Field)
    {
        Instants = ["updatedAt"],
    };
    public static readonly Collection VolunteerSettings = new("volunteer_settings", "userId")
    {
        Instants = ["createdAt", "updatedAt"],
    };
    public static readonly Collection AssociationSettings = new("association_settings", "associationId")
    {
        Instants = ["createdAt", "updatedAt"],
    };

    /// <summary>Found by what is in it: a volunteer and an announcement.</summary>
    public static readonly Collection Favorites = new("favorites", DocumentId.Field);

    /// <summary>What people reported to the team.</summary>
    public static readonly Collection Support = new("support", DocumentId.Field)
    {
        Instants = ["createdAt", "updatedAt"],
    };

    /// <summary>Writes that a client may send again.</summary>
    public static readonly Collection Requests = new("requests", "key") { Instants = ["startedAt", "expiresAt"] };

    /// <summary>What only one of several instances does at a time.</summary>
    public static readonly Collection Leases = new("leases", "name") { Instants = ["until"] };

    /// <summary>Fields that MongoDB keeps as Date. On the wire and in SQLite they are ISO text.</summary>
    public IReadOnlyList<string> Instants { get; init; } = [];
}
