using Benevoclic.Cli.Config;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Images;

/// <summary>Which images are made, and how each is called. Pure.</summary>
static class ImagePlan
{
    public const string TagVariable = "BENEVOCLIC_TAG";
    public const string RegistryVariable = "BENEVOCLIC_REGISTRY";

    /// <summary>What comes before <c>api</c> and <c>relay</c>: Docker Hub allows an account and one name, <c>marie/benevoclic-api</c>.</summary>
    public const string NamesVariable = "BENEVOCLIC_IMAGES";

    /// <summary>The services whose programs are projects of this repository; all of them when none is named.</summary>
    /// <exception cref="CommandException">A name is unknown, or is that of a service whose image others make.</exception>
    public static IReadOnlyList<Service> Services(ServiceStack stack, IReadOnlyList<string> names)
    {
        var ours = stack.Services.Where(service => service.Local?.Project is not null).ToList();
        if (names.Count == 0)
        {
            return ours;
        }
        var wanted = names.Distinct().Select(stack.Find).ToList();
        return wanted.FirstOrDefault(service => !ours.Contains(service)) is { } foreign
            ? throw new CommandException(
                ExitCode.Usage,
                $"{foreign.Name} is not built here: its image is {foreign.Image}.",
                $"Built here are: {string.Join(", ", ours.Select(service => service.Name))}."
            )
            : wanted;
    }

    /// <param name="service">A service with a project.</param>
    /// <param name="variables">What the compose file's variables stand for.</param>
    /// <param name="push">To its registry, which must then be named.</param>
    /// <exception cref="CommandException">The compose file and the variables name no image that can be made.</exception>
    public static ImageReference Reference(Service service, IReadOnlyDictionary<string, string> variables, bool push)
    {
        var image = Named(service, variables);
        var reference =
            ImageReference.Parse(image)
            ?? throw new CommandException(
                ExitCode.Usage,
                $"stack/{service.Name}/{ServiceFile.FileName}: its image is called \"{image}\"; "
                    + "an image that is built here is called [registry/]repository:tag, in small letters."
            );
        if (push && reference.Registry is null)
        {
            throw new CommandException(
                ExitCode.Usage,
                $"{reference} names no registry to push to.",
                $"Type: {RegistryVariable}=ghcr.io/your-team ./benevoclic build --push, or for Docker Hub: {RegistryVariable}=docker.io {NamesVariable}=your-account/benevoclic-"
            );
        }
        if (!push && reference.Registry?.Contains(':', StringComparison.Ordinal) == true)
        {
            throw new CommandException(
                ExitCode.Usage,
                $"{reference} can only be pushed: .NET puts no image with a port in its name into Docker.",
                $"Type: ./benevoclic build --push, or leave {RegistryVariable} out."
            );
        }
        return reference;
    }

    static string Named(Service service, IReadOnlyDictionary<string, string> variables)
    {
        try
        {
            return Interpolation.Apply(service.Image, variables.GetValueOrDefault);
        }
        catch (FormatException e)
        {
            throw new CommandException(ExitCode.Usage, $"stack/{service.Name}/{ServiceFile.FileName}: {e.Message}");
        }
    }
}
