namespace Benevoclic.Cli.Config;

/// <summary>The host that we deploy to: <c>host:</c> in benevoclic.yaml, overridden by the team's own variables.</summary>
/// <param name="Address">Host name or address; empty until somebody chose one (VPS_HOST).</param>
/// <param name="User">Who we are there (VPS_USERNAME).</param>
/// <param name="Port">Of its SSH server, 1 to 65535 (VPS_PORT).</param>
/// <param name="Key">Fingerprint of its host key, such as <c>SHA256:…</c>; empty until somebody confirmed it (VPS_HOST_KEY).</param>
/// <param name="Folder">Absolute path of our folder there (BENEVOCLIC_HOST__FOLDER).</param>
/// <param name="Gate">How many seconds a new release may take until it answers, 5 to 600 (BENEVOCLIC_HOST__GATE).</param>
/// <param name="Watch">How many seconds a new release is watched after the switch, 0 to 600 (BENEVOCLIC_HOST__WATCH).</param>
/// <param name="Limits">What it may not do then.</param>
sealed record HostConfig(
    string Address,
    string User,
    int Port,
    string Key,
    string Folder,
    int Gate,
    int Watch,
    WatchLimits Limits
)
{
    public static HostConfig Read(
        YamlSection? section,
        IReadOnlyDictionary<string, string> environment,
        Problems problems
    )
    {
        var variables = new VariableReader(environment, problems);
        var written = new HostConfig(
            section?.Text("address") ?? "",
            section?.Text("user") ?? "",
            section?.Number("port", 1, 65535) ?? 22,
            section?.Text("key") ?? "",
            section?.Text("folder") ?? "/opt/benevoclic",
            section?.Number("gate", 5, 600) ?? 60,
            section?.Number("watch", 0, 600) ?? 60,
            WatchLimits.Read(section?.Section("limits"), variables)
        );
        section?.RejectUnknownKeys();
        var host = written with
        {
            Address = variables.Text("VPS_HOST") ?? written.Address,
            User = variables.Text("VPS_USERNAME") ?? written.User,
            Port = variables.Number("VPS_PORT", 1, 65535) ?? written.Port,
            Key = variables.Text("VPS_HOST_KEY") ?? written.Key,
            Folder = variables.Text("BENEVOCLIC_HOST__FOLDER") ?? written.Folder,
            Gate = variables.Number("BENEVOCLIC_HOST__GATE", 5, 600) ?? written.Gate,
            Watch = variables.Number("BENEVOCLIC_HOST__WATCH", 0, 600) ?? written.Watch,
        };
        if (host.Folder is not ['/', _, ..])
        {
            problems.Add(
                $"{Installation.FileName} host.folder",
                $"should be an absolute path, found \"{host.Folder}\""
            );
        }
        return host;
    }
}
