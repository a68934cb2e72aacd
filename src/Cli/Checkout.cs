using System.Collections;
using Benevoclic.Cli.Config;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli;

/// <summary>The repository on disk, with everything that its files say.</summary>
sealed record Checkout(string Root, Installation Installation, ServiceStack Stack)
{
    /// <summary>Set by the launcher, so that the command works from any folder.</summary>
    const string RootVariable = "BENEVOCLIC_ROOT";

    public static IReadOnlyDictionary<string, string> ProcessEnvironment =>
        Environment
            .GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .ToDictionary(pair => (string)pair.Key, pair => (string?)pair.Value ?? "");

    /// <summary>By service: the tag of its image where each has its own; see <see cref="Images.ImageTags"/>.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <exception cref="CommandException">We are not inside the repository.</exception>
    public static string FindRoot()
    {
        if (Environment.GetEnvironmentVariable(RootVariable) is { Length: > 0 } root)
        {
            return root;
        }
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Installation.FileName)))
            {
                return folder.FullName;
            }
        }
        throw new CommandException(
            ExitCode.Usage,
            $"There is no {Installation.FileName} here or in any folder above.",
            "The command works in a checkout of the repository. Go into one, or name it: BENEVOCLIC_ROOT=/path/to/repository"
        );
    }

    /// <exception cref="CommandException">Something is wrong in the files; the message lists all of it.</exception>
    public static Checkout Load(string root)
    {
        var problems = new Problems();
        var checkout = Read(root, ProcessEnvironment, problems);
        problems.ThrowIfAny();
        return checkout;
    }

    public static Checkout Read(string root, IReadOnlyDictionary<string, string> environment, Problems problems)
    {
        var stack = ServiceStack.Load(Path.Combine(root, "stack"), problems);
        var file = Path.Combine(root, Installation.FileName);
        return new Checkout(root, Installation.Load(file, stack.Folders, environment, problems), stack);
    }

    /// <summary>The address at which people on this machine reach a service.</summary>
    public string AddressOf(Service service) => $"http://localhost:{Installation.Ports[service.Name]}";

    /// <summary>Where we ask it: services listen on this address only, and localhost may also be ::1, where somebody else answers.</summary>
    public string ProbeAddressOf(Service service) => $"http://127.0.0.1:{Installation.Ports[service.Name]}";
}
