using System.Diagnostics;
using Benevoclic.Cli.Config;
using Benevoclic.Cli.Install;
using Benevoclic.Cli.Local;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Checks;

/// <summary>Runs the checks that services declare (promtool, amtool, …) on the files as they stand, or as `up` runs them where it puts a secret in.</summary>
static class FileChecks
{
    /// <returns>The checks that passed, and those that could not run here and need not.</returns>
    public static async Task<IReadOnlyList<FileCheck>> RunAsync(
        ServiceStack stack,
        Problems problems,
        CancellationToken ct
    )
    {
        var done = new List<FileCheck>();
        foreach (var service in stack.Services)
        {
            foreach (var words in service.Checks.Where(words => words.Count > 0))
            {
                var name = $"stack/{service.Name}: {string.Join(' ', words)}";
                if (IsLeftToDeploy(service, words))
                {
                    done.Add(new FileCheck(name, $"{words[0]} is not installed; a deploy asks the one in the image"));
                }
                else if (await FailureAsync(service, words, ct) is { } failure)
                {
                    problems.Add(name, failure);
                }
                else
                {
                    done.Add(new FileCheck(name, null));
                }
            }
        }
        return done;
    }

    /// <summary>What runs in Docker only has no reason to be installed here.</summary>
    static bool IsLeftToDeploy(Service service, IReadOnlyList<string> words) =>
        service.Local is null && ProgramPath.Find(words[0]) is null;

    static async Task<string?> FailureAsync(Service service, IReadOnlyList<string> words, CancellationToken ct)
    {
        if (ProgramPath.Find(words[0]) is not { } program)
        {
            var package = service.Local?.Package is { } name ? $"; type: apt-get install {name}" : "";
            return $"could not be checked, {words[0]} is not installed{package}";
        }
        using var files = CheckedFiles.Of(service);
        var start = new ProcessStartInfo(program, words.Skip(1)) { WorkingDirectory = files.Folder };
        var (exitCode, output) = await Finished.RunAsync(start, ct);
        return exitCode == 0 ? null : $"exit code {exitCode}\n{Indented(output)}";
    }

    static string Indented(string text) => string.Join('\n', text.Split('\n').Select(line => $"      {line}"));
}
