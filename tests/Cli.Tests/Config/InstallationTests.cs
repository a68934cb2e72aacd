using Benevoclic.Cli.Config;

namespace Benevoclic.Cli.Tests.Config;

public sealed class InstallationTests : ReadingAnInstallation
{
    [Fact]
    public void An_empty_file_gives_the_defaults()
    {
        var installation = Load("");

        Assert.Equal(
            ("fr", "http://localhost", ""),
            (installation.Locale, installation.PublicAddress, installation.Repository)
        );
        Assert.Equal((3000, 9100), (installation.Ports["api"], installation.Ports["node-exporter"]));
        Assert.Empty(Problems.Found);
    }

    [Fact]
    public void Several_replicas_share_nothing_that_is_on_one_machine_and_all_of_it_is_said_at_once()
    {
        Load("{replicas: 3, store: sqlite, identity: local, files: disk}");

        Assert.Equal(
            ["benevoclic.yaml replicas", "benevoclic.yaml store", "benevoclic.yaml identity", "benevoclic.yaml files"],
            Problems.Found.Select(problem => problem.Where)
        );
    }

    [Fact]
    public void Several_replicas_are_well_on_a_swarm_with_stores_outside()
    {
        var installation = Load("{engine: swarm, replicas: 3, store: mongodb, identity: firebase, files: s3}");

        Assert.Equal(new Scale("swarm", 3), installation.Scale);
        Assert.Empty(Problems.Found);
    }

    [Fact]
    public void The_file_says_what_differs_here()
    {
        var installation = Load(
            """
            locale: en
            public_address: https://api.example.org/
            repository: https://code.example.org/benevoclic
            domain: api.example.org
            store: sqlite
            identity: ""
            ports: {api: 4000, node-exporter: 4001, broken: 4002}
            """
        );

        Assert.Equal("https://api.example.org", installation.PublicAddress);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["BENEVOCLIC_PORTS__API"] = "4000",
                ["BENEVOCLIC_PORTS__NODE_EXPORTER"] = "4001",
                ["BENEVOCLIC_PORTS__BROKEN"] = "4002",
                ["BENEVOCLIC_LOCALE"] = "en",
                ["BENEVOCLIC_PUBLIC_ADDRESS"] = "https://api.example.org",
                ["BENEVOCLIC_REPOSITORY"] = "https://code.example.org/benevoclic",
                ["BENEVOCLIC_DOMAIN"] = "api.example.org",
                ["BENEVOCLIC_STORE"] = "sqlite",
                ["BENEVOCLIC_IDENTITY"] = "",
                ["BENEVOCLIC_FILES"] = "",
                ["BENEVOCLIC_ENGINE"] = "docker",
                ["BENEVOCLIC_REPLICAS"] = "1",
            },
            installation.Variables
        );
        Assert.Empty(Problems.Found);
    }

    [Fact]
    public void A_variable_wins_over_the_file_and_the_file_stays_good()
    {
        var installation = Load(
            "locale: fr\npublic_address: http://a\nrepository: b\nports: {api: 4000, node-exporter: 4001}",
            ("BENEVOCLIC_LOCALE", "en"),
            ("BENEVOCLIC_PUBLIC_ADDRESS", "https://c/"),
            ("BENEVOCLIC_REPOSITORY", "d"),
            ("BENEVOCLIC_PORTS__API", "5000"),
            ("BENEVOCLIC_PORTS__NODE_EXPORTER", "5001")
        );

        Assert.Equal(
            ("en", "https://c", "d"),
            (installation.Locale, installation.PublicAddress, installation.Repository)
        );
        Assert.Equal((5000, 5001), (installation.Ports["api"], installation.Ports["node-exporter"]));
        Assert.Empty(Problems.Found);
    }

    [Fact]
    public void An_empty_variable_is_none()
    {
        var installation = Load(
            "locale: en",
            ("BENEVOCLIC_LOCALE", ""),
            ("BENEVOCLIC_PORTS__API", ""),
            ("BENEVOCLIC_PORTS__NOBODY", "")
        );

        Assert.Equal(("en", 3000), (installation.Locale, installation.Ports["api"]));
        Assert.Empty(Problems.Found);
    }

    [Theory]
    [InlineData("LOCALE", "de", "should be one of fr, en, found \"de\"")]
    [InlineData("PUBLIC_ADDRESS", "localhost", "should be http:// or https:// and a host")]
    [InlineData("PORTS__API", "0", "should be a number between 1 and 65535, found \"0\"")]
    [InlineData("PORTS__API", "65536", "should be a number between 1 and 65535, found \"65536\"")]
    [InlineData("PORTS__API", "many", "should be a number between 1 and 65535, found \"many\"")]
    [InlineData("PORTS__NODE_EXPORTR", "1", "names no service; did you mean BENEVOCLIC_PORTS__NODE_EXPORTER?")]
    [InlineData("PORTS__NODE-EXPORTER", "1", "names no service; did you mean BENEVOCLIC_PORTS__NODE_EXPORTER?")]
    public void A_wrong_variable_is_named_with_what_is_allowed(string name, string value, string says)
    {
        Load("", ("BENEVOCLIC_" + name, value));
        Assert.StartsWith(
            $"variable BENEVOCLIC_{name}: {says}",
            Assert.Single(Problems.Found).ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Two_services_do_not_share_a_port()
    {
        Load("ports: {api: 9100}");
        Assert.Equal("benevoclic.yaml ports: api and node-exporter share port 9100; each service needs its own", Said);
    }

    [Fact]
    public void Of_a_file_that_cannot_be_read_no_port_is_said_to_be_shared()
    {
        Load("ports: {node-exporter: 9101", ("BENEVOCLIC_PORTS__API", "9100"));
        Assert.Contains("is not valid YAML", Assert.Single(Problems.Found).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_port_names_the_nearest_service()
    {
        Load("ports:\n  apu: 3000");
        Assert.Equal("benevoclic.yaml:2 ports.apu: is not a key here; did you mean api?", Said);
    }

    [Fact]
    public void AllProblems_come_at_once_each_with_its_place()
    {
        Load(
            """
            locale: de
            public_address: [a]
            repositry: x
            ports:
              api: 70000
              node-exporter: nine
              nobody: 1
            """,
            ("BENEVOCLIC_PORTS__API", "x"),
            ("BENEVOCLIC_LOCALE", "it")
        );

        Assert.Equal(
            """
            benevoclic.yaml:1 locale: should be one of fr, en, found "de"
            benevoclic.yaml:2 public_address: should be a text, found a list
            variable BENEVOCLIC_LOCALE: should be one of fr, en, found "it"
            benevoclic.yaml:5 ports.api: should be a number between 1 and 65535, found "70000"
            benevoclic.yaml:6 ports.node-exporter: should be a number between 1 and 65535, found "nine"
            benevoclic.yaml:7 ports.nobody: is not a key here; known are api, broken, node-exporter
            variable BENEVOCLIC_PORTS__API: should be a number between 1 and 65535, found "x"
            benevoclic.yaml:3 repositry: is not a key here; did you mean repository?
            """,
            Said
        );
        var thrown = Assert.Throws<CommandException>(Problems.ThrowIfAny);
        Assert.Equal(ExitCode.Usage, thrown.ExitCode);
        Assert.StartsWith("8 problems found:\n  benevoclic.yaml:1", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_of_the_API_is_on_the_host_is_a_choice_of_words()
    {
        var installation = Load(
            "store: postgres\nfiles: disk",
            ("BENEVOCLIC_FILES", "s3"),
            ("BENEVOCLIC_IDENTITY", "me")
        );

        Assert.Equal("s3", installation.Edges.Files);
        Assert.Equal(
            """
            benevoclic.yaml:1 store: should be one of sqlite, mongodb, found "postgres"
            variable BENEVOCLIC_IDENTITY: should be one of local, firebase, found "me"
            """,
            Said
        );
    }
}
