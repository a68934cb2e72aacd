using Benevoclic.Cli.Config;

namespace Benevoclic.Cli.Stack;

/// <summary>Puts services behind those that they come after.</summary>
static class StartOrder
{
    public static IReadOnlyList<Service> Sort(
        IReadOnlyList<Service> services,
        IReadOnlyCollection<string> folders,
        Problems problems
    )
    {
        ReportUnknown(services, folders, problems);
        var sorted = new List<Service>();
        var waiting = services.ToList();
        while (waiting.Count > 0)
        {
            var next = waiting.FirstOrDefault(service =>
                service.After.All(name => waiting.All(other => other.Name != name))
            );
            if (next is null)
            {
                problems.Add(
                    "stack",
                    $"{string.Join(", ", waiting.Select(s => s.Name))} wait for each other; see their `after:`"
                );
                return services;
            }
            sorted.Add(next);
            waiting.Remove(next);
        }
        return sorted;
    }

    static void ReportUnknown(IReadOnlyList<Service> services, IReadOnlyCollection<string> names, Problems problems)
    {
        foreach (var service in services)
        {
            foreach (var unknown in service.After.Except(names))
            {
                problems.Add(
                    $"stack/{service.Name}/{ServiceFile.FileName} x-benevoclic.after",
                    $"\"{unknown}\" is not a service; {Nearest.Hint(unknown, names)}"
                );
            }
        }
    }
}
