using System.Text.RegularExpressions;
using Benevoclic.Cli.Config;

namespace Benevoclic.Cli.Stack;

/// <summary>Reads <c>stack/&lt;name&gt;/compose.yaml</c>; docs/decisions/0002 describes the block that is ours.</summary>
static partial class ServiceFile
{
    public const string FileName = "compose.yaml";
    const string Block = "x-benevoclic";

    /// <returns>Null when the file is too broken to know the service; the problems are then recorded.</returns>
    public static Service? Read(string folder, Problems problems)
    {
        var name = Path.GetFileName(folder);
        if (!Name().IsMatch(name))
        {
            problems.Add($"stack/{name}", "should be named with small letters, digits and single hyphens only");
        }
        if (!File.Exists(Path.Combine(folder, FileName)))
        {
            problems.Add($"stack/{name}", $"has no {FileName}; a service is a folder with a compose file");
            return null;
        }
        var shownAs = $"stack/{name}/{FileName}";
        if (YamlFile.Open(Path.Combine(folder, FileName), shownAs, problems) is not { } file)
        {
            return null;
        }
        var (compose, ours) = (Compose(file, name), file.Section(Block));
        if (ours is null && file.IsNothing(Block))
        {
            problems.Add(
                shownAs,
                $"has no {Block}: block, so nobody knows how to run, probe and deploy {name}; docs/decisions/0002 shows one"
            );
        }
        return compose is not null && ours is not null ? Combine(name, folder, compose, ours) : null;
    }

    static YamlSection? Compose(YamlSection file, string name)
    {
        var services = file.Section("services");
        if (services?.Keys.ToList() is [var only] && only == name && !services.IsNothing(name))
        {
            return services.Section(name);
        }
        if (services is not null || file.IsNothing("services"))
        {
            var found = string.Join(", ", services?.Keys.Where(key => !services.IsNothing(key)) ?? []);
            file.Report(
                "services",
                $"should hold exactly one service named {name} like its folder, found {(found.Length == 0 ? "none" : found)}"
            );
        }
        return null;
    }

    static Service Combine(string name, string folder, YamlSection compose, YamlSection ours)
    {
        var environment = ComposeBlock.Variables(compose, "environment");
        var service = new Service(
            name,
            folder,
            ComposeBlock.Image(compose),
            compose.Text("container_name") ?? $"benevoclic-{name}",
            ComposeBlock.Words(compose, "command"),
            environment,
            ComposeBlock.Volumes(compose),
            ComposeBlock.StopGrace(compose),
            Enum.Parse<Rollout>(ours.OneOf("rollout", "swap", "reload", "recreate") ?? "recreate", ignoreCase: true),
            Required(ours, "port", ours.Number("port", 1, 65535)) ?? 0,
            HttpPath(ours, "probe", Required(ours, "probe", ours.Text("probe"))) ?? "/",
            ours.Texts("after"),
            ours.IsList("reload") ? null : HttpPath(ours, "reload", ours.Text("reload")),
            HttpPath(ours, "events", ours.Text("events")),
            [.. ours.Texts("check").Select(line => ComposeBlock.Split(ours, "check", line))],
            ours.Section("local") is { } local ? Local(local, Path.Combine(folder, "..", "..")) : null
        )
        {
            ReloadCommand = ours.IsList("reload") ? ours.Texts("reload") : [],
            AlertPath = AlertPath(ours),
            Backup = Enum.Parse<BackupHold>(
                ours.OneOf("backup", "pause", "stop", "never") ?? "pause",
                ignoreCase: true
            ),
            Secrets = Secrets(ours, environment),
            Metrics = ProofKeys.Metrics(ours),
            Swarm = SwarmRun.Read(ours.Section("swarm")),
        };
        service = service with { Active = ProofKeys.Active(ours, service) };
        ReportReload(service, ours);
        ours.RejectUnknownKeys();
        return service;
    }

    static void ReportReload(Service service, YamlSection ours)
    {
        if (service.Rollout == Rollout.Reload && !ours.Has("reload"))
        {
            ours.Report(
                "reload",
                "is required with rollout: reload: the path that makes the process read its files again"
            );
        }
        else if (service.Rollout != Rollout.Reload && (service.Reload is not null || ours.IsList("reload")))
        {
            ours.Report("reload", "is used with rollout: reload only");
        }
        else if (ours.IsList("reload") && service.ReloadCommand.Count == 0)
        {
            ours.Report("reload", "should be a path, or the words of a command that runs inside the container");
        }
    }

    static AlertPathEnd? AlertPath(YamlSection ours) =>
        ours.OneOf("alert_path", "entrance", "exit") is { } end
            ? Enum.Parse<AlertPathEnd>(end, ignoreCase: true)
            : null;

    static List<ServiceSecret> Secrets(YamlSection ours, IReadOnlyDictionary<string, string> environment)
    {
        var secrets = new List<ServiceSecret>();
        var section = ours.Section("secrets");
        foreach (var name in section?.Keys ?? [])
        {
            if (environment.GetValueOrDefault(name) is not { } value)
            {
                section!.Report(name, "should also be in the service's environment, where it is when started by hand");
            }
            else if (!value.Contains('$', StringComparison.Ordinal))
            {
                section!.Report(name, "should come from a variable; its value is written in the compose file");
            }
            secrets.Add(new ServiceSecret(name, section!.OneOf(name, "required", "optional") == "required"));
        }
        return secrets;
    }

    static LocalRun Local(YamlSection local, string root)
    {
        var run = new LocalRun(
            ComposeBlock.Words(local, "program"),
            local.Text("package"),
            local.Text("project"),
            local.Text("stand_in"),
            local.Text("missing"),
            [.. local.Texts("arguments").Select(word => ComposeBlock.Checked(local, "arguments", word))],
            ComposeBlock.Variables(local, "environment")
        );
        if (run.Project is null == (run.Programs.Count == 0))
        {
            local.Report("program", "or project: exactly one of the two says what to run");
        }
        if (run is { Project: not null, Package: not null })
        {
            local.Report("package", "brings a program; a project is built");
        }
        if (run is { Project: not null, StandIn: not null })
        {
            local.Report("stand_in", "is run where a program is missing; a project is built");
        }
        if (run is { StandIn: not null, Missing: not null })
        {
            local.Report("missing", "is never said where there is a stand_in");
        }
        ReportNoFolder(local, "project", run.Project, root);
        ReportNoFolder(local, "stand_in", run.StandIn, root);
        local.RejectUnknownKeys();
        return run;
    }

    static void ReportNoFolder(YamlSection local, string key, string? project, string root)
    {
        if (project is not null && !Directory.Exists(Path.Combine(root, project)))
        {
            local.Report(key, $"should be a folder of this repository (such as src/Api), found \"{project}\"");
        }
    }

    public static T? Required<T>(YamlSection section, string key, T? value)
    {
        if (value is null && !section.Has(key))
        {
            section.Report(key, "is required");
        }
        return value;
    }

    public static string? HttpPath(YamlSection section, string key, string? value)
    {
        if (value is not null and not ['/', ..])
        {
            section.Report(key, $"should be an HTTP path that starts with /, found \"{value}\"");
        }
        return value;
    }

    /// <summary>What is at once a name in the network, in a file's path and, in capitals, in a variable.</summary>
    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Name();
}
