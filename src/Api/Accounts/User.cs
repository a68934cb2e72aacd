using Benevoclic.Api.Hosting.Json;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Accounts;

/// <summary>What the store knows of an account; the password and the proof of who somebody is are Identity's.</summary>
sealed record User(Document Document)
{
    // Where somebody lives and his number: the web client shows neither to others.
    static readonly string[] Private = ["phoneNumber", "location", "lastConnection", "imageProfile"];

    public string Id => Document.Text("userId") ?? "";

    public string? Email => Document.Text("email");

    public Role? Role => Roles.Parse(Document.Text("role"));

    /// <summary>The profile is filled in; for an administrator: he is approved.</summary>
    public bool IsCompleted => Document.Flag("isCompleted") ?? false;

    /// <summary>Key of the file; null when there is none, which the store keeps as "".</summary>
    public string? AvatarFileKey => Document.Text("avatarFileKey") is { Length: > 0 } key ? key : null;

    /// <summary>As an account is stored when it is registered.</summary>
    public static User New(Account account, Role role) =>
        new(
            Document.Of(
                ("userId", account.Uid),
                ("email", account.Email),
                ("role", role.Word()),
                ("isOnline", false),
                ("disabled", account.Disabled),
                ("isVerified", account.EmailVerified),
                ("isCompleted", false),
                ("avatarFileKey", ""),
                ("lastConnection", Rfc1123(account.LastSignInAt)),
                ("createdAt", Rfc1123(account.CreatedAt))
            )
        );

    /// <summary>For anyone: with an address for the picture in place of its key.</summary>
    public Document Shown(string avatarLink, bool toHimself) =>
        (toHimself ? Document : Document.Without(Private)).With(("avatarFileKey", avatarLink));

    /// <summary>What a change sets beside its own fields.</summary>
    public static Document Changed(TimeProvider clock, Document fields) =>
        fields.With(("updatedAt", MillisecondTime.Text(clock.GetUtcNow())));

    /// <summary>"Tue, 01 Jul 2025 10:00:00 GMT", as production has it.</summary>
    public static string? Rfc1123(DateTimeOffset? instant) => instant?.ToString("R");

    /// <summary>The pictures of those who have one, by id.</summary>
    public static IReadOnlyDictionary<string, string> AvatarsOf(IEnumerable<Document> users)
    {
        var avatars = new Dictionary<string, string>();
        foreach (var user in users.Select(document => new User(document)))
        {
            if (user.AvatarFileKey is { } key)
                avatars[user.Id] = key;
        }
        return avatars;
    }
}
