using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Accounts;

/// <summary>What the store knows of an account; the password and the proof of who somebody is are Identity's.</summary>
sealed record User(Document Document)
{
    public string Id => Document.Text("userId") ?? "";

    public string? Email => Document.Text("email");

    public string? Role => Document.Text("role");

    public bool IsCompleted => Document.Flag("isCompleted") ?? false;

    /// <summary>Key of the file; null when there is none, which the store keeps as "".</summary>
    public string? AvatarFileKey => Document.Text("avatarFileKey") is { Length: > 0 } key ? key : null;
}
