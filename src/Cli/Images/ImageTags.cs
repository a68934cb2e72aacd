using System.Diagnostics;
using Benevoclic.Cli.Local;

namespace Benevoclic.Cli.Images;

/// <summary>
/// The tags of images that are built here, when <c>BENEVOCLIC_TAG</c> is <c>commit</c>: each is called after the commit that last changed
/// its program. So a push that leaves a program alone leaves its image, and its release, alone too.
/// </summary>
static class ImageTags
{
    public const string OfCommit = "commit";

    /// <returns>By service; empty when one tag is meant for all.</returns>
    /// <exception cref="CommandException">There is no git history to ask.</exception>
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(
        Checkout checkout,
        IReadOnlyDictionary<string, string> environment,
        CancellationToken ct
    )
    {
        var tags = new Dictionary<string, string>();
        if (environment.GetValueOrDefault(ImagePlan.TagVariable) == OfCommit)
        {
            foreach (var service in ImagePlan.Services(checkout.Stack, []))
            {
                tags[service.Name] = await OfAsync(checkout.Root, service.Local!.Project!, ct);
            }
        }
        return tags;
    }

    static async Task<string> OfAsync(string root, string project, CancellationToken ct)
    {
        var sources = ProgramSources.Of(root, project);
        var commit = await GitAsync(root, ["log", "-1", "--format=%H", "--", .. sources], ct);
        var edited = await GitAsync(root, ["status", "--porcelain", "--", .. sources], ct);
        return commit.Length >= 12
            ? $"{commit[..12]}{(edited.Length == 0 ? "" : "-modified")}"
            : throw new CommandException(
                ExitCode.Usage,
                $"{ImagePlan.TagVariable} is {OfCommit}, but no commit of this history has {project}.",
                $"Commit it first, or choose a tag: {ImagePlan.TagVariable}=dev"
            );
    }

    static async Task<string> GitAsync(string root, IEnumerable<string> words, CancellationToken ct)
    {
        var (exitCode, output) = await Finished.RunAsync(new ProcessStartInfo("git", ["-C", root, .. words]), ct);
        return exitCode == 0
            ? output
            : throw new CommandException(
                ExitCode.Usage,
                $"{ImagePlan.TagVariable} is {OfCommit}, but git cannot say which: {output}",
                $"Choose a tag: {ImagePlan.TagVariable}=dev"
            );
    }
}
