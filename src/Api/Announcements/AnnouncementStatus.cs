namespace Benevoclic.Api.Announcements;

/// <summary>Words of the field `status`.</summary>
static class AnnouncementStatus
{
    public const string Active = "ACTIVE";

    /// <summary>Withdrawn by the association; nothing but the association brings it back.</summary>
    public const string Inactive = "INACTIVE";

    /// <summary>Every side that has a limit has reached it.</summary>
    public const string Completed = "COMPLETED";

    public static readonly IReadOnlyList<string> Words = [Active, Inactive, Completed];
}
