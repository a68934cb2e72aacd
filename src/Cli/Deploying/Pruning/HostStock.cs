using System.Globalization;

namespace Benevoclic.Cli.Deploying.Pruning;

/// <summary>What releases hold on a host: the answer of <c>stock.sh</c>.</summary>
/// <param name="Releases">The releases and how they ended.</param>
/// <param name="Current">By service: the release that was committed last.</param>
/// <param name="Sizes">Bytes of a release's folder, by service and release.</param>
/// <param name="Containers">Every container, whoever made it.</param>
/// <param name="Images">Every image, whoever brought it.</param>
sealed record HostStock(
    HostReleases Releases,
    IReadOnlyDictionary<string, string> Current,
    IReadOnlyDictionary<(string Service, string Release), long> Sizes,
    IReadOnlyList<StoredContainer> Containers,
    IReadOnlyList<StoredImage> Images
)
{
    public static HostStock Parse(string text, HostReleases releases)
    {
        var facts = text.Split('\n').Select(line => line.Split('\t')).ToLookup(parts => parts[0], parts => parts[1..]);
        return new HostStock(
            releases,
            facts["current"].ToDictionary(parts => parts[0], parts => parts[1]),
            facts["folder"].ToDictionary(parts => (parts[0], parts[1]), parts => DiskSpace.Kilobytes(parts[2])),
            [.. facts["container"].Select(StoredContainer.Of)],
            [.. facts["image"].Select(StoredImage.Of)]
        );
    }

    /// <summary>It serves, or its container has the service's name or runs.</summary>
    public bool IsInUse(Release release) =>
        Current.GetValueOrDefault(release.Service) == release.Id
        || Containers.Any(container =>
            container.IsOf(release) && (container.IsRunning || container.Name == $"benevoclic-{release.Service}")
        );

    /// <returns>The image that a name, a digest or an id means; null when it is not on the host.</returns>
    public StoredImage? Image(string name) => Images.FirstOrDefault(image => image.IsCalled(name));
}

/// <summary>A container on a host.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Service">The service it belongs to; empty when it is not ours.</param>
/// <param name="Release">The release that made it; empty when no deploy did.</param>
/// <param name="IsRunning">It runs.</param>
/// <param name="Image">Id of its image.</param>
sealed record StoredContainer(string Name, string Service, string Release, bool IsRunning, string Image)
{
    public static StoredContainer Of(string[] parts) =>
        new(parts[0].TrimStart('/'), parts[1], parts[2], parts[3] == "true", parts[4]);

    public bool IsOf(Release release) => Service == release.Service && Release == release.Id;
}

/// <summary>An image on a host.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Size">Bytes; layers that other images share are counted too.</param>
/// <param name="Tags">Its names with tags.</param>
/// <param name="Digests">Its names with digests.</param>
sealed record StoredImage(string Id, long Size, IReadOnlyList<string> Tags, IReadOnlyList<string> Digests)
{
    public static StoredImage Of(string[] parts) =>
        new(parts[0], long.Parse(parts[1], CultureInfo.InvariantCulture), Words(parts[2]), Words(parts[3]));

    public bool IsCalled(string name) => Id == name || Tags.Contains(name) || Digests.Contains(name);

    static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
