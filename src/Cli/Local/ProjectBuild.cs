using System.Diagnostics;
using System.Xml;
using System.Xml.Linq;

namespace Benevoclic.Cli.Local;

/// <summary>Builds a .NET project of the repository when a source is newer than its last build.</summary>
sealed class ProjectBuild(string root, string project)
{
    /// <summary>Without compiler servers, which would outlive us.</summary>
    static readonly string[] BuildWords =
    [
        "build",
        "-c",
        "Release",
        "-nologo",
        "-v",
        "quiet",
        "-clp:NoSummary",
        "-nodeReuse:false",
        "-p:UseSharedCompilation=false",
    ];

    string Output => Path.Combine(root, "artifacts", "bin", Path.GetFileName(project), "release");

    /// <summary>Written after a build that succeeded: an incremental build does not always touch its output.</summary>
    string Stamp => Path.Combine(Output, ".built");

    public bool IsStale
    {
        get
        {
            var built = File.GetLastWriteTimeUtc(Stamp);
            return !File.Exists(Stamp) || Sources().Any(source => File.GetLastWriteTimeUtc(source) > built);
        }
    }

    /// <summary>The program that a finished build leaves behind.</summary>
    /// <exception cref="CommandException">There is none.</exception>
    public string Program =>
        Directory.Exists(Output)
        && Directory.EnumerateFiles(Output, "*.runtimeconfig.json").FirstOrDefault() is { } config
            ? config[..^".runtimeconfig.json".Length]
            : throw new CommandException(
                ExitCode.Failed,
                $"{project} has not been built.",
                $"Type: dotnet build -c Release {project}"
            );

    /// <exception cref="CommandException">The build failed; the message holds the compiler's errors.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        // The time before the build: a source saved while it runs is newer, and built next time.
        var started = TimeProvider.System.GetUtcNow();
        var start = new ProcessStartInfo("dotnet", [.. BuildWords, project]) { WorkingDirectory = root };
        var (exitCode, output) = await Finished.RunAsync(start, ct);
        if (exitCode != 0)
        {
            throw new CommandException(
                ExitCode.Failed,
                $"{project} does not build:\n{output}",
                "Mend it, then type the same again."
            );
        }
        await File.WriteAllTextAsync(Stamp, "", ct);
        File.SetLastWriteTimeUtc(Stamp, started.UtcDateTime);
    }

    /// <summary>Its folder, those of the projects that it refers to, and what steers the build at the root.</summary>
    IEnumerable<string> Sources() =>
        Folders(Path.Combine(root, project))
            .Distinct()
            // Folders too: they change when a file goes.
            .SelectMany(folder =>
                Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Prepend(folder)
            )
            .Concat(Directory.EnumerateFiles(root, "Directory.*.props"));

    static IEnumerable<string> Folders(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.csproj")
            .SelectMany(References)
            .Select(path => Path.Combine(folder, Path.GetDirectoryName(path.Replace('\\', '/'))!))
            .SelectMany(other => Folders(Path.GetFullPath(other)))
            .Prepend(folder);

    static IEnumerable<string> References(string file)
    {
        try
        {
            return XDocument
                .Load(file)
                .Descendants("ProjectReference")
                .Select(reference => reference.Attribute("Include")?.Value)
                .OfType<string>();
        }
        catch (XmlException)
        {
            return []; // The build says it better than we could: the file is newer than the last one.
        }
    }
}
