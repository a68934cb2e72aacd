using System.Xml.Linq;

namespace Benevoclic.Cli.Images;

/// <summary>What a program is made from: its folder, those that it refers to, and the build's own files.</summary>
static class ProgramSources
{
    static readonly string[] Shared = ["Directory.Build.props", "Directory.Packages.props", "global.json"];

    /// <param name="root">The repository.</param>
    /// <param name="project">The folder of a .NET project in it.</param>
    /// <returns>Folders and files, from the root, with slashes.</returns>
    public static IReadOnlyList<string> Of(string root, string project)
    {
        var found = new List<string>();
        Add(root, project, found);
        return [.. found, .. Shared.Where(file => File.Exists(Path.Combine(root, file)))];
    }

    static void Add(string root, string path, List<string> found)
    {
        if (found.Contains(path))
        {
            return;
        }
        found.Add(path);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(root, path), "*.csproj"))
        {
            foreach (var (name, target) in References(root, file))
            {
                if (name == "Import")
                {
                    found.Add(target);
                }
                else
                {
                    Add(root, Path.GetDirectoryName(target)!.Replace('\\', '/'), found);
                }
            }
        }
    }

    static IEnumerable<(string Name, string Target)> References(string root, string file) =>
        XDocument
            .Load(file)
            .Descendants()
            .Select(element =>
                (
                    element.Name.LocalName,
                    element.Name.LocalName switch
                    {
                        "ProjectReference" => element.Attribute("Include")?.Value,
                        "Import" => element.Attribute("Project")?.Value,
                        _ => null,
                    }
                )
            )
            .Where(reference => reference.Item2 is not null)
            .Select(reference => (reference.LocalName, FromRoot(root, file, reference.Item2!)));

    static string FromRoot(string root, string file, string target) =>
        Path.GetRelativePath(
                root,
                Path.GetFullPath(target.Replace('\\', '/'), Path.GetDirectoryName(Path.GetFullPath(file))!)
            )
            .Replace('\\', '/');
}
