using Benevoclic.Dashboards.Hosting;

namespace Benevoclic.Dashboards.Tests;

public sealed class SettingsReaderTests
{
    static readonly string Grafana = Path.Combine(Repository.Root, "stack/grafana");

    static Dictionary<string, string> Good =>
        new()
        {
            ["GF_SERVER_HTTP_PORT"] = "3001",
            ["GF_PATHS_PROVISIONING"] = Path.Combine(Grafana, "provisioning"),
            ["BENEVOCLIC_DASHBOARDS"] = Path.Combine(Grafana, "dashboards"),
            ["GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH"] = Path.Combine(Grafana, "dashboards/api-metrics.json"),
        };

    [Fact]
    public void Grafanas_own_variables_are_all_it_needs()
    {
        var settings = SettingsReader.Read(Good.GetValueOrDefault);

        Assert.Equal((3001, "benevoclic-api"), (settings.Port, settings.Home));
        Assert.Contains(settings.Sources, source => source.IsPrometheus);
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        var wrong = Assert.Throws<SettingsException>(() =>
            SettingsReader.Read(name => name == "GF_SERVER_HTTP_PORT" ? "70000" : null)
        );

        Assert.Equal(
            """
            benevoclic-dashboards cannot start:
              GF_SERVER_HTTP_PORT should be a port from 1 to 65535, found "70000"
              BENEVOCLIC_DASHBOARDS should be a folder, found ""
              GF_PATHS_PROVISIONING should be a folder, found ""
            """,
            wrong.Message
        );
    }

    [Fact]
    public void A_home_that_is_no_dashboard_is_none()
    {
        var variables = Good;
        variables["GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH"] = Path.Combine(Grafana, "compose.yaml");

        Assert.Null(SettingsReader.Read(variables.GetValueOrDefault).Home);
    }
}
