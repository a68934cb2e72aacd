using System.Diagnostics;
using Benevoclic.Cli.Config;
using Benevoclic.Cli.Install;
using Benevoclic.Cli.Local;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Checks;

/// <summary>Runs the checks that services declare (promtool, amtool, …) on the files as they stand.</summary>
static class FileChecks
{
    /// <returns>The checks that passed, each as <c>stack/name: command</c>.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(
        ServiceStack stack,
        Problems problems,
        CancellationToken ct
    )
    {
        var passed = new List<string>();
        foreach (var service in stack.Services)
        {
            foreach (var words in service.Checks.Where(words => words.Count > 0))
            {
                var name = $"stack/{service.Name}: {string.Join(' ', words)}";
                if (await FailureAsync(service, words, ct) is { } failure)
                {
                    problems.Add(name, failure);
                }
                else
                {
                    passed.Add(name);
                }
            }
        }
        return passed;
    }

    static async Task<string?> FailureAsync(Service service, IReadOnlyList<string> words, CancellationToken ct)
    {
        if (ProgramPath.Find(words[0]) is not { } program)
        {
            var package = service.Local?.Package is { } name ? $"; type: apt-get install {name}" : "";
            return $"could not be checked, {words[0]} is not installed{package}";
        }
        var start = new ProcessStartInfo(program, words.Skip(1)) { WorkingDirectory = service.Folder };
        var (exitCode, output) = await Finished.RunAsync(start, ct);
        return exitCode == 0 ? null : $"exit code {exitCode}\n{Indented(output)}";
    }

    static string Indented(string text) => string.Join('\n', text.Split('\n').Select(line => $"      {line}"));
}
