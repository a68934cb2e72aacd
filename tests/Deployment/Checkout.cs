namespace Benevoclic.Deployment;

/// <summary>A copy of what of this repository is deployed, to be changed: rules, compose files, new services.</summary>
public sealed class Checkout : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("benevoclic-").FullName;

    public Checkout()
    {
        foreach (var file in new[] { "benevoclic.yaml", "compose.yaml" })
        {
            File.Copy(Path.Combine(Repository.Root, file), PathOf(file));
        }
        var stack = Path.Combine(Repository.Root, "stack");
        foreach (var file in Directory.EnumerateFiles(stack, "*", SearchOption.AllDirectories))
        {
            var copy = PathOf(Path.GetRelativePath(Repository.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        foreach (var project in Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src")))
        {
            // Compose files name some of them as what runs without Docker.
            Directory.CreateDirectory(PathOf(Path.GetRelativePath(Repository.Root, project)));
        }
    }

    /// <param name="path">From the root, such as stack/prometheus/alert_rules.yml.</param>
    public string PathOf(string path) => Path.Combine(Root, path);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
