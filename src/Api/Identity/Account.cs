namespace Benevoclic.Api.Identity;

/// <summary>Who somebody is, as identity knows it: without the password, which never leaves it.</summary>
/// <param name="Uid">Letters and digits, no hyphen.</param>
/// <param name="Role">Null until the account is registered here: Google's sign-in makes accounts by itself.</param>
sealed record Account(string Uid, string Email, Role? Role)
{
    public bool EmailVerified { get; init; }

    /// <summary>A disabled account cannot sign in.</summary>
    public bool Disabled { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null for one that has never signed in.</summary>
    public DateTimeOffset? LastSignInAt { get; init; }

    public string? DisplayName { get; init; }

    public string? PhotoUrl { get; init; }

    public string? PhoneNumber { get; init; }

    public IReadOnlyList<Provider> Providers { get; init; } = [];
}
