using Benevoclic.Cli.Install;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Local;

/// <summary>Finds out what to execute for a service on this machine.</summary>
sealed class Launch(Checkout checkout, StateFolder state, IReadOnlyDictionary<string, string> environment)
{
    /// <summary>Why a service cannot run here, in one sentence; null when it can.</summary>
    public static string? WhyNot(Service service) =>
        service.Local switch
        {
            null => "runs in Docker only",
            { Project: not null } => null,
            { Programs: var programs } when ProgramPath.Find(programs) is not null => null,
            { StandIn: not null } => null,
            { Missing: { } missing } => missing,
            { Package: { } package } =>
                $"{service.Local.Programs[0]} is not installed; type: apt-get install {package}",
            _ => $"{service.Local.Programs[0]} is not installed",
        };

    /// <summary>The project of ours that a service runs as on this machine; null when it is a program of somebody else's.</summary>
    public static string? ProjectOf(LocalRun local) =>
        local.Project ?? (local.StandIn is { } standIn && ProgramPath.Find(local.Programs) is null ? standIn : null);

    /// <summary>Builds what has to be built, prepares its files, and says what to execute.</summary>
    /// <exception cref="CommandException">It cannot be built, or its definition is wrong.</exception>
    public async Task<LocalProcess> PrepareAsync(Service service, CancellationToken ct)
    {
        var local = service.Local!;
        var project = ProjectOf(local);
        var program = project is null ? ProgramPath.Find(local.Programs)! : await BuiltAsync(project, ct);
        var translation = new Translation(service, checkout, state, environment);
        LocalFiles.Prepare(service, translation, state);
        return new LocalProcess(
            program,
            // They are the program's own words; a stand-in understands its environment only.
            project is not null
            && project == local.StandIn
                ? []
                : [.. local.Arguments.Concat(service.Command).Select(translation.Word)],
            Environment(service, local, translation),
            state.FilesOf(service.Name)
        );
    }

    async Task<string> BuiltAsync(string project, CancellationToken ct)
    {
        var build = new ProjectBuild(checkout.Root, project);
        if (build.IsStale)
        {
            await build.RunAsync(ct);
        }
        return build.Program;
    }

    static Dictionary<string, string> Environment(Service service, LocalRun local, Translation translation)
    {
        var variables = new Dictionary<string, string> { ["DOTNET_ROOT"] = DotnetRoot };
        foreach (var (name, value) in service.Environment.Concat(local.Environment))
        {
            variables[name] = translation.Word(value);
        }
        return variables;
    }

    /// <summary>The folder of the runtime that runs us, for programs of ours on machines where it is not in a standard place.</summary>
    static string DotnetRoot =>
        Path.GetFullPath(
            Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")
        );
}
