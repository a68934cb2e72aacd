using Benevoclic.Cli.Config;

namespace Benevoclic.Cli.Stack;

/// <summary>All services of <c>stack/</c>, in the order in which they start.</summary>
sealed class ServiceStack
{
    public required IReadOnlyList<Service> Services { get; init; }

    /// <summary>Every folder, also those whose compose file is broken, with the port its service listens on.</summary>
    public required IReadOnlyDictionary<string, int?> Folders { get; init; }

    public static ServiceStack Load(string folder, Problems problems)
    {
        if (!Directory.Exists(folder))
        {
            problems.Add("stack", $"is missing; it should be the folder {folder}");
            return new ServiceStack { Services = [], Folders = new Dictionary<string, int?>() };
        }
        var read = Directory
            .EnumerateDirectories(folder)
            .Where(path => Path.GetFileName(path) is not ['.', ..])
            .Order(StringComparer.Ordinal)
            .ToDictionary(path => Path.GetFileName(path), path => ServiceFile.Read(path, problems));
        if (read.Count == 0)
        {
            problems.Add("stack", "holds no folder; each folder in it is a service");
        }
        ReportSecondEnds([.. read.Values.OfType<Service>()], problems);
        return new ServiceStack
        {
            Services = StartOrder.Sort([.. read.Values.OfType<Service>()], [.. read.Keys], problems),
            Folders = read.ToDictionary(
                pair => pair.Key,
                pair => pair.Value is { Port: > 0 and var port } ? port : (int?)null
            ),
        };
    }

    /// <exception cref="CommandException">There is no such service.</exception>
    public Service Find(string name) =>
        Services.FirstOrDefault(service => service.Name == name)
        ?? throw Unknown(name, [.. Services.Select(service => service.Name)]);

    /// <summary>The named services in the order in which they start; all of them when none is named.</summary>
    /// <param name="names">Of those to take.</param>
    /// <param name="except">Of those to leave out.</param>
    /// <exception cref="CommandException">A name is unknown, or none is left.</exception>
    public IReadOnlyList<Service> Choose(IReadOnlyList<string> names, params IReadOnlyList<string> except)
    {
        var chosen = names.Select(Find).ToList();
        var left = except.Select(Find).ToList();
        List<Service> found =
        [
            .. Services.Where(one => (names.Count == 0 || chosen.Contains(one)) && !left.Contains(one)),
        ];
        return found.Count > 0 || Services.Count == 0
            ? found
            : throw new CommandException(ExitCode.Usage, "--except leaves no service.");
    }

    /// <summary>The service at an end of the alert path; null when there is none.</summary>
    public Service? At(AlertPathEnd end) => Services.FirstOrDefault(service => service.AlertPath == end);

    public static CommandException Unknown(string name, IReadOnlyCollection<string> known) =>
        new(ExitCode.Usage, $"There is no service \"{name}\": {Nearest.Hint(name, known)}");

    static void ReportSecondEnds(IReadOnlyList<Service> services, Problems problems)
    {
        foreach (var same in services.Where(service => service.AlertPath is not null).GroupBy(s => s.AlertPath))
        {
            foreach (var second in same.Skip(1))
            {
                problems.Add(
                    $"stack/{second.Name}/{ServiceFile.FileName} x-benevoclic.alert_path",
                    $"{same.First().Name} is the {same.Key!.Value.ToString().ToLowerInvariant()} already; an alert path has one"
                );
            }
        }
    }
}
