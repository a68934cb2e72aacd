using System.Globalization;
using System.Text;

namespace Benevoclic.Harness.Guides;

/// <summary>
/// The blocks of a guide as one script, so that what one block exports is there in the next, as in the reader's own shell. It stops at the
/// first command that fails, and names the block.
/// </summary>
public sealed class GuideScript : IDisposable
{
    /// <summary>How long the reader looks at what goes on until Ctrl-C.</summary>
    const int Glance = 8;

    const string Beginning = """
        at=
        trap 'code=$?; [ "$code" = 0 ] || echo "### stopped at $at, exit code $code" >&2' EXIT
        begin() { at=$1; echo "### $at"; }
        ends_with() { [ "$1" = "$2" ] || { echo "### $at ends with $1, and should with $2" >&2; exit 1; }; }
        set -e

        """;

    readonly string _folder = Directory.CreateTempSubdirectory("benevoclic-").FullName;
    readonly StringBuilder _script = new(Beginning);

    /// <param name="fences">Those that are run, in their order.</param>
    /// <param name="onServer">Words that run the script on their standard input on the server.</param>
    public GuideScript(IEnumerable<Fence> fences, string onServer = "false")
    {
        foreach (var fence in fences)
        {
            Add(fence, onServer);
        }
    }

    public async Task<CommandResult> RunAsync(
        string folder,
        IReadOnlyDictionary<string, string> environment,
        params IEnumerable<string> before
    )
    {
        var file = Path.Combine(_folder, "guide.sh");
        await File.WriteAllTextAsync(file, _script.ToString());
        string[] words = [.. before, "bash", file];
        return await Shell.RunAsync(folder, environment, words[0], words[1..]);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    void Add(Fence fence, string onServer)
    {
        var block = Path.Combine(_folder, $"{fence.Place.Replace('/', '-').Replace(':', '-')}.sh");
        File.WriteAllText(block, fence.Text + "\n");
        var run = fence switch
        {
            // Its own shell: what is typed there is not this machine's business.
            { IsOnServer: true } => $"{onServer} <{block}",
            { EndsWithCtrlC: true } => $"timeout --preserve-status --signal=INT {Glance} bash -e {block} </dev/null",
            _ => $". {block}",
        };
        _script.AppendLine(CultureInfo.InvariantCulture, $"begin {fence.Place}");
        _script.AppendLine(
            fence.ExitCode == 0 && !fence.EndsWithCtrlC
                ? run
                : $"code=0; ({run}) || code=$?; ends_with $code {fence.ExitCode}"
        );
    }
}
