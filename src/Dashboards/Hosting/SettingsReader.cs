using System.Globalization;
using Benevoclic.Dashboards.Provisioning;

namespace Benevoclic.Dashboards.Hosting;

/// <summary>Reads Grafana's own variables, so that the compose file needs no second set of them.</summary>
static class SettingsReader
{
    const string PortVariable = "GF_SERVER_HTTP_PORT";
    const string ProvisioningVariable = "GF_PATHS_PROVISIONING";
    const string DashboardsVariable = "BENEVOCLIC_DASHBOARDS";
    const string HomeVariable = "GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH";

    /// <exception cref="SettingsException">Something is missing or wrong.</exception>
    public static Settings Read(Func<string, string?> variable)
    {
        var problems = new List<string>();
        var port = Port(variable(PortVariable), problems);
        var dashboards = Folder(DashboardsVariable, variable, problems);
        var provisioning = Folder(ProvisioningVariable, variable, problems);
        var sources = provisioning.Length > 0 ? DataSourceFiles.Read(provisioning, problems) : [];
        return problems.Count == 0
            ? new Settings(port, dashboards, Home(variable(HomeVariable)), sources)
            : throw new SettingsException(problems);
    }

    static int Port(string? text, List<string> problems)
    {
        if (
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536
        )
        {
            return port;
        }
        problems.Add($"{PortVariable} should be a port from 1 to 65535, found \"{text}\"");
        return 0;
    }

    static string Folder(string name, Func<string, string?> variable, List<string> problems)
    {
        if (variable(name) is { Length: > 0 } folder && Directory.Exists(folder))
        {
            return folder;
        }
        problems.Add($"{name} should be a folder, found \"{variable(name)}\"");
        return "";
    }

    /// <summary>Grafana names a file there; links name uids.</summary>
    static string? Home(string? path) =>
        File.Exists(path) ? DashboardFolder.Read(path, File.ReadAllText(path))?.Uid : null;
}
