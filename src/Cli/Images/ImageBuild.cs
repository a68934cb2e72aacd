namespace Benevoclic.Cli.Images;

/// <summary>How one image is made, as words; runs nothing.</summary>
/// <param name="Project">The folder of the .NET project.</param>
/// <param name="Reference">What the image will be called.</param>
/// <param name="Push">To its registry; otherwise into the Docker of this machine.</param>
/// <param name="Revision">The commit it is made from, or null.</param>
/// <param name="Source">The address of the code's web page, or empty.</param>
sealed record ImageBuild(string Project, ImageReference Reference, bool Push, string? Revision, string Source)
{
    public const string Insecure = "DOTNET_CONTAINER_INSECURE_REGISTRIES";

    /// <summary>One name for an image for each kind of processor: amd64 and arm64.</summary>
    public bool ForEveryProcessor { get; init; }

    /// <summary>Words for <c>dotnet</c>. It prints the image's digest, and errors.</summary>
    public IReadOnlyList<string> Arguments =>
        [
            "publish",
            Project,
            "-c",
            "Release",
            "-t:PublishContainer",
            "-getProperty:GeneratedContainerDigest",
            "-nologo",
            "-v",
            "quiet",
            "-nodeReuse:false",
            "-p:UseSharedCompilation=false",
            // Apart from what `up` runs: the two may be built at the same time.
            "--artifacts-path",
            "artifacts/images",
            .. Properties.Select(property => $"-p:{property.Key}={Escape(property.Value)}"),
        ];

    /// <summary>Variables for that process, beside those it inherits.</summary>
    public IReadOnlyDictionary<string, string> Environment =>
        Push && Reference.IsLoopback
            ? new Dictionary<string, string> { [Insecure] = Reference.Registry! }
            : new Dictionary<string, string>();

    IEnumerable<KeyValuePair<string, string>> Properties =>
        [
            // Without a registry the repository is the whole name that Docker shows.
            new("ContainerRegistry", Push ? Reference.Registry! : ""),
            new(
                "ContainerRepository",
                Push || Reference.Registry is null
                    ? Reference.Repository
                    : $"{Reference.Registry}/{Reference.Repository}"
            ),
            new("ContainerImageTag", Reference.Tag),
            new("ContainerVersion", Reference.Tag),
            new("ContainerRevision", Revision ?? ""),
            new("ContainerSource", Source),
            new("EveryProcessor", ForEveryProcessor ? "true" : ""),
        ];

    /// <summary>MSBuild takes several properties in one word: https://learn.microsoft.com/visualstudio/msbuild/msbuild-special-characters</summary>
    static string Escape(string value) =>
        value
            .Replace("%", "%25", StringComparison.Ordinal)
            .Replace(";", "%3B", StringComparison.Ordinal)
            .Replace(",", "%2C", StringComparison.Ordinal);
}
