using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Identity.Local;

/// <summary>An account as the store keeps it, with the hash of its password.</summary>
sealed record LocalAccount(Document Document)
{
    public const string UidField = "uid";
    public const string EmailField = "email";
    public const string PasswordField = "passwordHash";
    public const string RoleField = "role";
    public const string CreatedField = "createdAt";
    public const string LastSignInField = "lastSignInAt";

    /// <summary>Refresh tokens made before this instant have ended.</summary>
    public const string ValidFromField = "tokensValidFrom";

    public string Email => Document.Text(EmailField) ?? "";

    public string Uid => Document.Text(UidField) ?? "";

    public string PasswordHash => Document.Text(PasswordField) ?? "";

    public bool IsDisabled => Document.Flag("disabled") ?? false;

    public DateTimeOffset TokensValidFrom => Document.Instant(ValidFromField) ?? DateTimeOffset.MinValue;

    public Account ToAccount() =>
        new(Uid, Email, Roles.Parse(Document.Text(RoleField)))
        {
            EmailVerified = Document.Flag("emailVerified") ?? false,
            Disabled = IsDisabled,
            CreatedAt = Document.Instant(CreatedField) ?? default,
            LastSignInAt = Document.Instant(LastSignInField),
            Providers = [Provider.Password(Email)],
        };
}
