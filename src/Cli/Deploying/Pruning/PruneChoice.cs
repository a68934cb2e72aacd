namespace Benevoclic.Cli.Deploying.Pruning;

/// <summary>Chooses what a host can do without. Pure.</summary>
static class PruneChoice
{
    /// <summary>So many good releases of each service stay whatever happens: a rollback needs them.</summary>
    public const int Least = 3;

    /// <param name="stock">What is on the host.</param>
    /// <param name="services">Whose releases may go; empty: those of all services.</param>
    /// <param name="keep">How many good releases of each service stay; fewer than <see cref="Least"/> are never left.</param>
    /// <param name="wanted">Images that are needed whether a release has them or not.</param>
    public static PrunePlan Of(
        HostStock stock,
        IReadOnlyCollection<string> services,
        int keep,
        IReadOnlyCollection<string> wanted
    )
    {
        var old = stock
            .Releases.All.GroupBy(release => release.Service)
            .Where(own => services.Count == 0 || services.Contains(own.Key))
            .SelectMany(own => Old([.. own], stock, Math.Max(keep, Least)))
            .ToList();
        var kept = stock.Releases.All.Except(old).ToList();
        return new PrunePlan(
            [.. old.Select(release => new OldRelease(release, stock.Releases.IsGood(release), Size(release, stock)))],
            Images(stock, old, [.. kept.Select(release => release.Image), .. wanted]),
            [.. kept.Select(release => new KeptRelease(release, Why(release, stock)))]
        );
    }

    /// <param name="own">The releases of one service, oldest first.</param>
    /// <param name="stock">What is on the host.</param>
    /// <param name="keep">How many good ones stay.</param>
    static IEnumerable<Release> Old(IReadOnlyList<Release> own, HostStock stock, int keep)
    {
        var good = own.Where(stock.Releases.IsGood).TakeLast(keep).ToHashSet();
        // Where nothing serves, the last one is what a person wants to look at.
        var serving = stock.Current.GetValueOrDefault(own[0].Service) ?? own[^1].Id;
        return own.Where(release =>
            !good.Contains(release)
            && !stock.IsInUse(release)
            && (stock.Releases.IsGood(release) || string.CompareOrdinal(release.Id, serving) < 0)
        );
    }

    static IReadOnlyList<OldImage> Images(HostStock stock, List<Release> old, IReadOnlyCollection<string> needed)
    {
        var inUse = needed
            .Select(stock.Image)
            .OfType<StoredImage>()
            .Select(image => image.Id)
            // Those of other projects too, running or not: Docker would refuse, and it is theirs.
            .Concat(stock.Containers.Where(one => !old.Exists(one.IsOf)).Select(one => one.Image))
            .ToHashSet();
        return
        [
            .. old.Select(release => (release, image: stock.Image(release.Image)))
                .Where(pair => pair.image is { } image && !inUse.Contains(image.Id))
                .DistinctBy(pair => pair.image!.Id)
                .Select(pair => new OldImage(Names(pair.release.Image, pair.image!), pair.image!.Size)),
        ];
    }

    /// <summary>Its tags in the release's own repository: when the last of them goes, Docker removes its digests there and then itself.</summary>
    static IReadOnlyList<string> Names(string name, StoredImage image)
    {
        var repository = name.Split('@')[0];
        var tags = image.Tags.Where(tag => tag.StartsWith($"{repository}:", StringComparison.Ordinal)).ToList();
        return tags.Count > 0 ? tags : [name];
    }

    static long Size(Release release, HostStock stock) => stock.Sizes.GetValueOrDefault((release.Service, release.Id));

    static string Why(Release release, HostStock stock) =>
        stock.IsInUse(release) ? "serves"
        : stock.Releases.IsGood(release) ? "good"
        : "bad";
}
