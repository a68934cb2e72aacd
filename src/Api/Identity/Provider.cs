namespace Benevoclic.Api.Identity;

/// <summary>A way in which somebody signs in to his account, and how he is known there.</summary>
/// <param name="Id">Firebase's word: "password", "google.com".</param>
/// <param name="Uid">The email with a password; Google's own number of him with Google.</param>
sealed record Provider(string Id, string Uid)
{
    public string? Email { get; init; }

    public string? DisplayName { get; init; }

    public string? PhotoUrl { get; init; }

    public string? PhoneNumber { get; init; }

    public static Provider Password(string email) => new("password", email) { Email = email };
}
