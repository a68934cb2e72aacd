namespace Benevoclic.Cli.Secrets;

/// <summary>A secret, and whether it is there.</summary>
/// <param name="Name">The variable here and the secret on GitHub.</param>
/// <param name="Needs">Never empty.</param>
/// <param name="Place">Where its value was found; null when it is nowhere.</param>
sealed record ListedSecret(string Name, IReadOnlyList<SecretNeed> Needs, string? Place)
{
    public bool IsRequired => Needs.Any(need => need.IsRequired);

    public bool IsMissing => IsRequired && Place is null;

    public bool IsNeededBy(string use) => Needs.Any(need => need.By == use);

    /// <summary>Who needs it, such as <c>watch, relay (optional)</c>.</summary>
    public string By => string.Join(", ", Needs.Select(need => need.IsRequired ? need.By : $"{need.By} (optional)"));

    public string? About => Needs.Select(need => need.About).FirstOrDefault(about => about is not null);
}
