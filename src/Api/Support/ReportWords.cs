namespace Benevoclic.Api.Support;

/// <summary>The words that a report is sorted by.</summary>
static class ReportWords
{
    public const string Announcement = "ANNOUNCEMENT";
    public const string Technical = "TECHNICAL";
    public const string UserFeedback = "USER_FEEDBACK";
    public const string OtherType = "OTHER";

    public const string Pending = "PENDING";
    public const string InProgress = "IN_PROGRESS";
    public const string Resolved = "RESOLVED";
    public const string Rejected = "REJECTED";

    public const string Medium = "MEDIUM";

    public static readonly IReadOnlyList<string> Types = [Announcement, Technical, UserFeedback, OtherType];

    public static readonly IReadOnlyList<string> Statuses = [Pending, InProgress, Resolved, Rejected];

    public static readonly IReadOnlyList<string> Priorities = ["LOW", Medium, "HIGH", "CRITICAL"];

    const string OtherCategory = "OTHER";

    static readonly Dictionary<string, IReadOnlyList<string>> CategoriesOf = new()
    {
        [Announcement] =
        [
            "INAPPROPRIATE_CONTENT",
            "OUTDATED_INFO",
            "WRONG_ADDRESS",
            "WRONG_DATE_TIME",
            "WRONG_CAPACITY",
            "INAPPROPRIATE_TAGS",
            OtherCategory,
        ],
        [Technical] =
        [
            "CONNECTION_ISSUE",
            "IMAGE_NOT_LOADING",
            "RESPONSIVE_ISSUE",
            "SEARCH_PROBLEM",
            "FORM_NOT_WORKING",
            "SLOW_PERFORMANCE",
            OtherCategory,
        ],
        [UserFeedback] =
        [
            "FEATURE_REQUEST",
            "BUG_REPORT",
            "USABILITY_ISSUE",
            "CONTENT_SUGGESTION",
            "GENERAL_FEEDBACK",
            OtherCategory,
        ],
        [OtherType] =
        [
            "GENERAL_INQUIRY",
            "ACCOUNT_ISSUE",
            "BILLING_QUESTION",
            "PARTNERSHIP_REQUEST",
            "PRESS_INQUIRY",
            OtherCategory,
        ],
    };

    static readonly Dictionary<string, string> Mismatch = new()
    {
        [Announcement] = "Catégorie invalide pour un signalement d'annonce",
        [Technical] = "Catégorie invalide pour un signalement technique",
        [UserFeedback] = "Catégorie invalide pour un feedback utilisateur",
        [OtherType] = "Catégorie invalide pour un signalement autre",
    };

    public static readonly IReadOnlyList<string> Categories =
    [
        .. CategoriesOf.Values.SelectMany(words => words).Distinct(),
    ];

    /// <summary>Why these do not go together; null when they do.</summary>
    /// <param name="type">One of <see cref="Types"/>.</param>
    public static string? Problem(string type, string category, string? announcementId) =>
        type == Announcement && string.IsNullOrEmpty(announcementId)
            ? "L'ID de l'annonce est requis pour un signalement d'annonce"
        : CategoriesOf[type].Contains(category) ? null
        : Mismatch[type];
}
