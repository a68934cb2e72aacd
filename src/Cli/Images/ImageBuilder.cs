using System.Diagnostics;
using System.Text.RegularExpressions;
using Benevoclic.Cli.Install;
using Benevoclic.Cli.Local;

namespace Benevoclic.Cli.Images;

/// <summary>Has the .NET SDK make images; no Dockerfile, and for a push no Docker either.</summary>
sealed partial class ImageBuilder(string root)
{
    static readonly string[] Engines = ["docker", "podman"];

    /// <exception cref="CommandException">There is no Docker here to put an image into.</exception>
    public static void RequireEngine()
    {
        if (ProgramPath.Find(Engines) is null)
        {
            throw new CommandException(
                ExitCode.Failed,
                "There is no Docker here that could take the image.",
                "Type: ./benevoclic build --push, which needs none; or: apt-get install docker.io"
            );
        }
    }

    /// <returns>The digest under which the registry knows the image.</returns>
    /// <exception cref="CommandException">It failed; the message holds what the SDK said.</exception>
    public async Task<string> RunAsync(ImageBuild build, CancellationToken ct)
    {
        var start = new ProcessStartInfo("dotnet", build.Arguments) { WorkingDirectory = root };
        var login = RegistryLogin.For(build.Push ? build.Reference.Registry : null, Checkout.ProcessEnvironment);
        foreach (var (name, value) in build.Environment.Concat(login))
        {
            // Who has set it knows better.
            start.Environment.TryAdd(name, value);
        }
        var (exitCode, output) = await Finished.RunAsync(start, ct);
        if (exitCode == 0)
        {
            return output.Split('\n')[^1].Trim();
        }
        throw new CommandException(
            ExitCode.Failed,
            $"The image {build.Reference} could not be made:\n{Errors(output)}",
            build.Push
                ? $"If the registry wants to know who you are, type: docker login {build.Reference.Registry}, or set "
                    + "DOCKERHUB_USERNAME and DOCKERHUB_TOKEN (Docker Hub), or DOTNET_CONTAINER_REGISTRY_UNAME and DOTNET_CONTAINER_REGISTRY_PWORD."
                : "Mend it, then type the same again. Does Docker run? Type: docker info"
        );
    }

    /// <summary>What went wrong, each once; of the SDK's own tasks the reason alone, without place and stack.</summary>
    internal static string Errors(string output)
    {
        var errors = output
            .Split('\n')
            .Where(line => line.Contains("error ", StringComparison.Ordinal))
            .Select(line =>
                Task().Match(line) is { Success: true } task ? task.Groups["text"].Value.Trim() : line.Trim()
            )
            .Where(line => !Noise().IsMatch(line))
            .Distinct()
            .ToList();
        return errors.Count > 0 ? string.Join('\n', errors) : output;
    }

    [GeneratedRegex(@"error MSB4018:(?<text>.*?)( \[[^\]]*\])?\z")]
    private static partial Regex Task();

    [GeneratedRegex("^(at |--- End of|The \".*\" task failed)")]
    private static partial Regex Noise();
}
