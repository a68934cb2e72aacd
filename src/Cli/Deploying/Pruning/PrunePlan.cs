namespace Benevoclic.Cli.Deploying.Pruning;

/// <summary>What a host can do without.</summary>
/// <param name="Releases">To be removed: folder and stopped container.</param>
/// <param name="Images">To be removed once these releases are gone.</param>
/// <param name="Kept">The releases that stay.</param>
sealed record PrunePlan(
    IReadOnlyList<OldRelease> Releases,
    IReadOnlyList<OldImage> Images,
    IReadOnlyList<KeptRelease> Kept
)
{
    public bool IsEmpty => Releases.Count == 0;

    /// <summary>Bytes at most: images may share layers with those that stay.</summary>
    public long Size => Releases.Sum(release => release.Size) + Images.Sum(image => image.Size);
}

/// <summary>A release that goes.</summary>
/// <param name="Release">It.</param>
/// <param name="IsGood">It served well; others are there for a rollback.</param>
/// <param name="Size">Bytes of its folder.</param>
sealed record OldRelease(Release Release, bool IsGood, long Size);

/// <summary>An image that goes.</summary>
/// <param name="Names">All that it is called in its repository: it is gone when the last one is.</param>
/// <param name="Size">Bytes.</param>
sealed record OldImage(IReadOnlyList<string> Names, long Size);

/// <summary>A release that stays.</summary>
/// <param name="Release">It.</param>
/// <param name="Why"><c>serves</c>, <c>good</c>, or <c>bad</c>: what a person may still want to look at.</param>
sealed record KeptRelease(Release Release, string Why);
