namespace Benevoclic.Cli.Stack;

/// <summary>How a service runs as a process, without Docker.</summary>
/// <param name="Programs">Names of the program, in order of preference; empty when it is a project.</param>
/// <param name="Package">The Debian package that brings the program, if there is one.</param>
/// <param name="Project">Folder of a .NET project of this repository, or null.</param>
/// <param name="StandIn">Folder of a .NET project that is run, with the same environment, where the program is not found; or null.</param>
/// <param name="Missing">What to tell a person when there is neither program nor package.</param>
/// <param name="Arguments">Words put before the compose file's command.</param>
/// <param name="Environment">Variables laid over those of the compose file.</param>
sealed record LocalRun(
    IReadOnlyList<string> Programs,
    string? Package,
    string? Project,
    string? StandIn,
    string? Missing,
    IReadOnlyList<string> Arguments,
    IReadOnlyDictionary<string, string> Environment
);
