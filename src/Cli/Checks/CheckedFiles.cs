using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Checks;

/// <summary>
/// The folder in which a service's checks run: its own, or a copy where a file names a secret by its path, which programs of this
/// machine may be too old to understand.
/// </summary>
sealed class CheckedFiles : IDisposable
{
    readonly string? _copy;

    CheckedFiles(string folder, string? copy) => (Folder, _copy) = (folder, copy);

    public string Folder { get; }

    public static CheckedFiles Of(Service service)
    {
        if (service.Secrets.Count == 0 || !Texts(service).Any(file => SecretFiles.Has(File.ReadAllText(file))))
        {
            return new CheckedFiles(service.Folder, null);
        }
        var copy = Directory.CreateTempSubdirectory("benevoclic-check-").FullName;
        foreach (var file in Texts(service))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(service.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, SecretFiles.PutIn(File.ReadAllText(file), _ => ""));
        }
        return new CheckedFiles(copy, copy);
    }

    public void Dispose()
    {
        if (_copy is not null)
        {
            Directory.Delete(_copy, recursive: true);
        }
    }

    static IEnumerable<string> Texts(Service service) =>
        Directory.EnumerateFiles(service.Folder, "*", SearchOption.AllDirectories);
}
