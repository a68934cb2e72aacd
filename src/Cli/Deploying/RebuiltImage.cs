using System.Text.Json.Serialization;
using Benevoclic.Cli.Images;
using Benevoclic.Cli.Remote;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Deploying;

/// <summary>
/// An image that was pushed again under a name that the host has. The host does not ask for it: a tag names one image for ever, so that a
/// deploy needs no registry for what is there.
/// </summary>
/// <param name="Service">Whose it is.</param>
/// <param name="Image">The name.</param>
/// <param name="Digest">What the registry means by it now.</param>
sealed record RebuiltImage(string Service, string Image, string Digest)
{
    /// <summary>For people: what was found, and what to do.</summary>
    [JsonIgnore]
    public string Note =>
        $"{Service}: the registry has another image as {Image} now ({Digest[..19]}…), and the host keeps the one it has. "
        + $"Give the new one a tag of its own: {ImagePlan.TagVariable}=… ./benevoclic build --push, then deploy with the same tag.";

    /// <summary>Of our own images only: others publish under the same name on purpose. A host that cannot say has nothing to tell.</summary>
    public static async Task<IReadOnlyList<RebuiltImage>> AskAsync(
        HostSession host,
        IReadOnlyList<Service> services,
        CancellationToken ct
    )
    {
        var images = services
            .Where(service => service.Local?.Project is not null)
            .ToDictionary(service => service.Name, host.Renderer.ImageOf);
        if (images.Count == 0)
        {
            return [];
        }
        var words = images.Select(image => $"{image.Key}={image.Value}");
        var outcome = await host.Shell.RunAsync(Script.Run("rebuilt", [host.Folder.Path, .. words]), ct);
        return
        [
            .. outcome
                .Output.Split('\n')
                .Select(line => line.Split('\t'))
                .Where(parts => parts is ["rebuilt", _, _])
                .Select(parts => new RebuiltImage(parts[1], images[parts[1]], parts[2])),
        ];
    }
}
