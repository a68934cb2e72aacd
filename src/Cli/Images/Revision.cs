using System.Diagnostics;
using Benevoclic.Cli.Local;

namespace Benevoclic.Cli.Images;

/// <summary>The commit that an image is made from.</summary>
static class Revision
{
    /// <returns>Null outside a git repository; ends in <c>-modified</c> when a file differs from the commit.</returns>
    public static async Task<string?> OfAsync(string root, CancellationToken ct)
    {
        if (await GitAsync(root, ct, "rev-parse", "HEAD") is not { Length: > 0 } commit)
        {
            return null;
        }
        return await GitAsync(root, ct, "status", "--porcelain") is "" ? commit : $"{commit}-modified";
    }

    static async Task<string?> GitAsync(string root, CancellationToken ct, params IEnumerable<string> words)
    {
        if (Install.ProgramPath.Find("git") is not { } git)
        {
            return null;
        }
        var (exitCode, output) = await Finished.RunAsync(new ProcessStartInfo(git, ["-C", root, .. words]), ct);
        return exitCode == 0 ? output : null;
    }
}
