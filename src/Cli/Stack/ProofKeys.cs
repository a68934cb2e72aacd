using Benevoclic.Cli.Config;
using Benevoclic.Cli.Proofs;

namespace Benevoclic.Cli.Stack;

/// <summary>Reads the keys by which a deploy can prove more than that a service answers.</summary>
static class ProofKeys
{
    const string ConfigOption = "--config.file";

    /// <summary><c>active: prometheus</c>: the file and its place are those that the command names.</summary>
    public static ActiveSource? Active(YamlSection ours, Service service)
    {
        if (ours.OneOf("active", "prometheus", "alertmanager") is not { } kind)
        {
            return null;
        }
        var folder = service.Volumes.FirstOrDefault(volume => volume.Source is "." or "./")?.Target;
        var file = ConfigFile(service.Command);
        if (folder is null || file?.StartsWith($"{folder}/", StringComparison.Ordinal) is not true)
        {
            ours.Report(
                "active",
                $"needs its folder mounted (`- .:/etc/{kind}:ro`) and a command that names a file in it (`{ConfigOption}=/etc/{kind}/{kind}.yml`)"
            );
            return null;
        }
        return new ActiveSource(Enum.Parse<ActiveKind>(kind, ignoreCase: true), file[(folder.Length + 1)..], folder);
    }

    public static ServiceMetrics? Metrics(YamlSection ours)
    {
        if (ours.Section("metrics") is not { } metrics)
        {
            return null;
        }
        var path = ServiceFile.HttpPath(metrics, "path", ServiceFile.Required(metrics, "path", metrics.Text("path")));
        var later = metrics.Texts("later");
        metrics.RejectUnknownKeys();
        return new ServiceMetrics(path ?? "/metrics", later);
    }

    static string? ConfigFile(IReadOnlyList<string> command)
    {
        var at = command
            .ToList()
            .FindIndex(word => word == ConfigOption || word.StartsWith($"{ConfigOption}=", StringComparison.Ordinal));
        return at < 0 ? null
            : command[at] != ConfigOption ? command[at][(ConfigOption.Length + 1)..]
            : command.ElementAtOrDefault(at + 1);
    }
}
