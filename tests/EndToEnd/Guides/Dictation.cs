using System.Globalization;
using System.Text;
using Benevoclic.Harness.Guides;

namespace Benevoclic.EndToEnd.Guides;

/// <summary>Blocks of commands that are typed into one shell, with a mark before what each of them prints.</summary>
sealed class Dictation : IDisposable
{
    // No program prints it.
    const char Mark = '\u001e';

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("benevoclic-");
    readonly string _script;

    public Dictation(IReadOnlyList<Fence> fences)
    {
        var script = new StringBuilder("set -e\n");
        foreach (var (place, fence) in fences.Index())
        {
            var block = Path.Combine(_folder.FullName, $"{place}.sh");
            File.WriteAllText(block, fence.Text + "\n");
            script.AppendLine(CultureInfo.InvariantCulture, $"printf '\\036'; echo '{fence}' >&2; . {block}");
        }
        _script = Path.Combine(_folder.FullName, "script.sh");
        File.WriteAllText(_script, script.ToString());
    }

    public Task<CommandResult> RunAsync(LocalStack stack) =>
        Shell.RunAsync(Repository.Root, stack.Environment.ToDictionary(), "bash", _script);

    /// <summary>What each block printed.</summary>
    public static IReadOnlyList<string> Read(string output) => output.Split(Mark)[1..];

    public void Dispose() => _folder.Delete(recursive: true);
}
