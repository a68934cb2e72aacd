using Benevoclic.Cli.Local;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Tests.Local;

/// <summary>The table of docs/decisions/0002, row by row.</summary>
public sealed class TranslationTests
{
    static readonly Service Prometheus = AService.Named("prometheus") with
    {
        Port = 9090,
        Volumes =
        [
            new Volume(".", "/etc/prometheus"),
            new Volume("./rules", "/etc/prometheus/rules"),
            new Volume("data", "/prometheus"),
            new Volume("/", "/host"),
            new Volume("/srv/x", "/srv"),
        ],
    };

    static readonly Checkout Made = AService.InCheckout(
        "/repo",
        (Prometheus, 19090),
        (AService.Named("api") with { Port = 3000 }, 13000),
        (AService.Named("node-exporter") with { Port = 9100 }, 19100)
    );

    static readonly Translation Translation = new(
        Prometheus,
        Made,
        new StateFolder("/state"),
        new Dictionary<string, string>
        {
            ["FROM_ENVIRONMENT"] = "env",
            ["BENEVOCLIC_PORTS__API"] = "ignored: read before",
        }
    );

    [Theory]
    // A bind mount is the copy of the folder.
    [InlineData("/etc/prometheus", "/state/services/prometheus")]
    [InlineData("/etc/prometheus/", "/state/services/prometheus")]
    [InlineData("--config.file=/etc/prometheus/p.yml", "--config.file=/state/services/prometheus/p.yml")]
    [InlineData("/etc/prometheus/rules/a.yml", "/state/services/prometheus/rules/a.yml")]
    [InlineData("/etc/prometheus2", "/etc/prometheus2")]
    [InlineData("/etc/prometheus.yml", "/etc/prometheus.yml")]
    [InlineData("x/etc/prometheus", "x/etc/prometheus")]
    [InlineData("/x/etc/prometheus", "/x/etc/prometheus")]
    // A named volume is a folder for data.
    [InlineData("--storage=/prometheus", "--storage=/state/data/prometheus/data")]
    [InlineData("--storage=/prometheus/a/b", "--storage=/state/data/prometheus/data/a/b")]
    [InlineData(
        "/prometheus:/etc/prometheus/x,/prometheus",
        "/state/data/prometheus/data:/state/services/prometheus/x,/state/data/prometheus/data"
    )]
    // An absolute bind is its source.
    [InlineData("--path.rootfs=/host", "--path.rootfs=/")]
    [InlineData("/host/proc", "/proc")]
    [InlineData("/host/etc/prometheus", "/etc/prometheus")]
    [InlineData("/srv/y", "/srv/x/y")]
    // Addresses.
    [InlineData("http://benevoclic-api:3000/x", "http://127.0.0.1:13000/x")]
    [InlineData("benevoclic-api:3000,benevoclic-node-exporter:9100", "127.0.0.1:13000,127.0.0.1:19100")]
    [InlineData("benevoclic-api:30001", "benevoclic-api:30001")]
    [InlineData("benevoclic-api:3001", "benevoclic-api:3001")]
    [InlineData("my-benevoclic-api:3000", "my-benevoclic-api:3000")]
    [InlineData("x.benevoclic-api:3000", "x.benevoclic-api:3000")]
    [InlineData("0.0.0.0:9090", "127.0.0.1:19090")]
    [InlineData("http://0.0.0.0:9090", "http://127.0.0.1:19090")]
    [InlineData("0.0.0.0:3000", "0.0.0.0:3000")]
    [InlineData("10.0.0.0:9090", "10.0.0.0:9090")]
    // Variables.
    [InlineData("${BENEVOCLIC_PORTS__API:-3000}", "13000")]
    [InlineData("${BENEVOCLIC_PUBLIC_ADDRESS}:${BENEVOCLIC_PORTS__NODE_EXPORTER}", "http://localhost:19100")]
    [InlineData("${BENEVOCLIC_REPOSITORY:-none}", "none")]
    [InlineData("$FROM_ENVIRONMENT", "env")]
    [InlineData("${NOWHERE:-default}", "default")]
    [InlineData("$$5", "$5")]
    public void Each_row_of_the_table(string inCompose, string asProcess) =>
        Assert.Equal(asProcess, Translation.Word(inCompose));

    [Fact]
    public void In_a_file_only_addresses_change() =>
        Assert.Equal(
            "targets: [127.0.0.1:13000]\nfile: /etc/prometheus/x\nexpr: up{a=\"$b\"}\n",
            Translation.File("targets: [benevoclic-api:3000]\nfile: /etc/prometheus/x\nexpr: up{a=\"$b\"}\n")
        );

    /// <summary>Debian 12's Alertmanager takes no file there.</summary>
    [Theory]
    [InlineData("https://example.org/it's", "- url: 'https://example.org/it''s'\n")]
    [InlineData("", "- url: 'http://127.0.0.1:1/'\n")]
    [InlineData("my-webhook", "- url: 'http://127.0.0.1:1/'\n")]
    [InlineData("ftp://example.org/1", "- url: 'http://127.0.0.1:1/'\n")]
    public void A_secret_that_a_file_names_is_put_in(string value, string expected)
    {
        var service = Prometheus with
        {
            Secrets = [new ServiceSecret("HOOK", IsRequired: false)],
            Environment = new Dictionary<string, string> { ["HOOK"] = "${HOOK:-}" },
        };
        var translation = new Translation(
            service,
            Made,
            new StateFolder("/state"),
            new Dictionary<string, string> { ["HOOK"] = value }
        );

        Assert.Equal(expected, translation.File("- url_file: /run/secrets/HOOK\n"));
        Assert.Equal("url_file: /run/secrets/OTHER", translation.File("url_file: /run/secrets/OTHER"));
    }

    [Fact]
    public void A_variable_that_is_required_is_missed_with_the_name_of_the_file()
    {
        var thrown = Assert.Throws<CommandException>(() => Translation.Word("${KEY:?the key}"));
        Assert.Equal(
            (ExitCode.Usage, "stack/prometheus/compose.yaml: KEY must be set: the key"),
            (thrown.ExitCode, thrown.Message)
        );
    }

    [Fact]
    public void A_service_without_volumes_keeps_its_paths() =>
        Assert.Equal(
            "/etc/prometheus",
            new Translation(
                Made.Stack.Find("api"),
                Made,
                new StateFolder("/state"),
                new Dictionary<string, string>()
            ).Word("/etc/prometheus")
        );
}
