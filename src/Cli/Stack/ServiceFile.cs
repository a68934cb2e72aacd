using Benevoclic.Cli.Config;

namespace Benevoclic.Cli.Stack;

/// <summary>Reads <c>stack/&lt;name&gt;/compose.yaml</c>; docs/decisions/0002 describes the block that is ours.</summary>
static class ServiceFile
{
    public const string FileName = "compose.yaml";
    const string Block = "x-benevoclic";

    /// <returns>Null when the file is too broken to know the service; the problems are then recorded.</returns>
    public static Service? Read(string folder, Problems problems)
    {
        var name = Path.GetFileName(folder);
        var shownAs = $"stack/{name}/{FileName}";
        if (!File.Exists(Path.Combine(folder, FileName)))
        {
            problems.Add($"stack/{name}", $"has no {FileName}; a service is a folder with a compose file");
            return null;
        }
        if (YamlFile.Open(Path.Combine(folder, FileName), shownAs, problems) is not { } file)
        {
            return null;
        }
        if (file.Section(Block) is not { } ours)
        {
            problems.Add(
                shownAs,
                $"has no {Block}: block, so nobody knows how to run, probe and deploy {name}; docs/decisions/0002 shows one"
            );
            return null;
        }
        return Compose(file, name, shownAs, problems) is { } compose ? Combine(name, folder, compose, ours) : null;
    }

    static YamlSection? Compose(YamlSection file, string name, string shownAs, Problems problems)
    {
        var services = file.Section("services");
        if (services?.Keys.ToList() is [var only] && only == name)
        {
            return services.Section(name);
        }
        var found = services is null ? "none" : string.Join(", ", services.Keys);
        problems.Add(
            $"{shownAs} services",
            $"should hold exactly one service named {name} like its folder, found {found}"
        );
        return null;
    }

    static Service Combine(string name, string folder, YamlSection compose, YamlSection ours)
    {
        var service = new Service(
            name,
            folder,
            Image(compose),
            compose.Text("container_name") ?? $"benevoclic-{name}",
            Words(compose, "command"),
            compose.Map("environment"),
            Volumes(compose),
            Enum.Parse<Rollout>(ours.OneOf("rollout", "swap", "reload", "recreate") ?? "recreate", ignoreCase: true),
            Required(ours, "port", ours.Number("port", 1, 65535)) ?? 0,
            HttpPath(ours, "probe", Required(ours, "probe", ours.Text("probe"))) ?? "/",
            ours.Texts("after"),
            HttpPath(ours, "reload", ours.Text("reload")),
            HttpPath(ours, "events", ours.Text("events")),
            [.. ours.Texts("check").Select(ShellWords.Split)],
            ours.Section("local") is { } local ? Local(local) : null
        );
        if (service.Rollout == Rollout.Reload && service.Reload is null)
        {
            ours.Report(
                "reload",
                "is required with rollout: reload: the path that makes the process read its files again"
            );
        }
        ours.RejectUnknownKeys();
        return service;
    }

    static string Image(YamlSection compose)
    {
        var image = Required(compose, "image", compose.Text("image")) ?? "";
        // A tag may come from a variable with a default, which holds a colon and ends in a brace.
        var tag =
            image.LastIndexOf('/') is var slash && image[(slash + 1)..].Split(':', 2) is [_, var found] ? found : null;
        if (image.Length > 0 && tag is null or "" or "latest")
        {
            compose.Report("image", $"should name a version (such as name:1.2.3), found \"{image}\"");
        }
        return image;
    }

    static IReadOnlyList<string> Words(YamlSection section, string key) =>
        section.IsList(key) ? section.Texts(key) : ShellWords.Split(section.Text(key) ?? "");

    static List<Volume> Volumes(YamlSection compose)
    {
        var volumes = new List<Volume>();
        foreach (var item in compose.Items("volumes"))
        {
            var volume = item is YamlSection entry ? Long(entry) : Volume.Parse((string)item);
            if (volume is not null)
            {
                volumes.Add(volume);
            }
        }
        return volumes;
    }

    static Volume? Long(YamlSection entry) =>
        entry.Text("source") is { } source && entry.Text("target") is { } target ? new Volume(source, target) : null;

    static LocalRun Local(YamlSection local)
    {
        var run = new LocalRun(
            Words(local, "program"),
            local.Text("package"),
            local.Text("project"),
            local.Text("missing"),
            local.Texts("arguments"),
            local.Map("environment")
        );
        if (run.Project is null == (run.Programs.Count == 0))
        {
            local.Report("program", "or project: exactly one of the two says what to run");
        }
        local.RejectUnknownKeys();
        return run;
    }

    static T? Required<T>(YamlSection section, string key, T? value)
    {
        if (value is null && !section.Has(key))
        {
            section.Report(key, "is required");
        }
        return value;
    }

    static string? HttpPath(YamlSection section, string key, string? value)
    {
        if (value is not null and not ['/', ..])
        {
            section.Report(key, $"should be an HTTP path that starts with /, found \"{value}\"");
        }
        return value;
    }
}
