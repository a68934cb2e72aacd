namespace Benevoclic.Cli.Secrets;

/// <summary>One use of a secret.</summary>
/// <param name="Name">The variable here and the secret on GitHub.</param>
/// <param name="By">A service of <c>stack/</c>, or one of <see cref="OwnNeeds"/>' acts.</param>
/// <param name="IsRequired">It does not go without.</param>
/// <param name="About">What to put there; null for a service's, whose own documents say it.</param>
sealed record SecretNeed(string Name, string By, bool IsRequired, string? About = null);
