using Benevoclic.Cli.Output;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Install;

/// <summary>The programs that services need to run without Docker, and that this machine does not have yet.</summary>
sealed class MissingPrograms(Terminal terminal)
{
    /// <exception cref="CommandException">They cannot be installed; the message lists them and what to type.</exception>
    public async Task InstallAsync(ServiceStack stack, CancellationToken ct)
    {
        var packages = stack
            .Services.Select(service => service.Local)
            .Where(local => local is { Package: not null } && ProgramPath.Find(local.Programs) is null)
            .Select(local => local!.Package!)
            .Distinct()
            .ToList();
        if (packages.Count > 0)
        {
            await new AptInstall(text => terminal.Line(text)).RunAsync(packages, ct);
        }
    }
}
