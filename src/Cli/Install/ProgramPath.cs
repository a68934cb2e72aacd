namespace Benevoclic.Cli.Install;

/// <summary>Finds programs as a shell does.</summary>
static class ProgramPath
{
    /// <summary>Where Debian puts daemons; not on every user's PATH.</summary>
    static readonly string[] SystemFolders = ["/usr/local/sbin", "/usr/sbin", "/sbin"];

    /// <returns>The full path of the first of these that exists, or null.</returns>
    public static string? Find(params IEnumerable<string> names) =>
        names.SelectMany(_ => Folders(), (name, folder) => Path.Combine(folder, name)).FirstOrDefault(IsProgram);

    static IEnumerable<string> Folders() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Where(folder => folder.Length > 0)
            .Concat(SystemFolders);

    static bool IsProgram(string path) =>
        File.Exists(path)
        && (
            OperatingSystem.IsWindows()
            || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.OtherExecute)) != 0
        );
}
