using Benevoclic.Cli.Config;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Tests.Stack;

public sealed class ServiceFileTests : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly Problems _problems = new();

    public void Dispose() => _folder.Dispose();

    string Said => string.Join('\n', _problems.Found);

    Service? Read(string text, string name = "api")
    {
        _folder.Write($"stack/{name}/compose.yaml", text);
        return ServiceFile.Read(_folder.In("stack", name), _problems);
    }

    Service? ReadWith(string compose = "", string ours = "", string local = "program: x", string image = "api:1") =>
        Read(
            $"""
            services:
              api:
                image: {image}
                {compose}
            x-benevoclic:
              port: 3000
              probe: /health
              {ours}
              local:
                {local}
            """
        );

    [Fact]
    public void A_folder_without_a_compose_file_is_named()
    {
        Directory.CreateDirectory(_folder.In("stack", "api"));
        Assert.Null(ServiceFile.Read(_folder.In("stack", "api"), _problems));
        Assert.Equal("stack/api: has no compose.yaml; a service is a folder with a compose file", Said);
    }

    [Theory]
    [InlineData("services: {api: {image: \"api:1\"}}")]
    [InlineData("services: {api: {image: \"api:1\"}}\nx-benevoclic:\n")]
    public void A_folder_without_our_block_is_named(string text)
    {
        Assert.Null(Read(text));
        Assert.StartsWith("stack/api/compose.yaml: has no x-benevoclic: block", Said, StringComparison.Ordinal);
        Assert.Single(_problems.Found);
    }

    [Theory]
    [InlineData("services: {api: {image: \"a:1\"}, other: {image: \"b:1\"}}", "found api, other")]
    [InlineData("services: {apy: {image: \"a:1\"}}", "found apy")]
    [InlineData("services: {api: }", "found none")]
    [InlineData("services:", "found none")]
    [InlineData("volumes: {}", "found none")]
    public void A_file_with_another_number_or_name_of_services_says_what_it_holds(string services, string found)
    {
        Assert.Null(Read($"{services}\nx-benevoclic: {{port: 1, probe: /, local: {{program: x}}}}"));
        Assert.EndsWith(
            $"services: should hold exactly one service named api like its folder, {found}",
            Assert.Single(_problems.Found).ToString(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Api")]
    [InlineData("node_exporter")]
    [InlineData("a.b")]
    [InlineData("-a")]
    [InlineData("a--b")]
    public void A_name_that_cannot_be_a_host_and_a_variable_is_refused(string name)
    {
        Read($"services: {{\"{name}\": {{image: \"a:1\"}}}}\nx-benevoclic: {{port: 1, probe: /}}", name);
        Assert.Equal($"stack/{name}: should be named with small letters, digits and single hyphens only", Said);
    }

    [Theory]
    [InlineData(
        "stand_in: tests\n    project: tests",
        "stand_in: is run where a program is missing; a project is built"
    )]
    [InlineData(
        "program: x\n    stand_in: tests\n    missing: Get it.",
        "missing: is never said where there is a stand_in"
    )]
    [InlineData(
        "program: x\n    stand_in: src/Nowhere",
        "stand_in: should be a folder of this repository (such as src/Api), found \"src/Nowhere\""
    )]
    public void A_stand_in_is_a_project_that_comes_after_a_program(string local, string problem)
    {
        Directory.CreateDirectory(_folder.In("tests"));
        ReadWith(local: local);
        Assert.EndsWith(problem, Assert.Single(_problems.Found).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("prom/prometheus:v3.1")]
    [InlineData("localhost:5000/api:1")]
    [InlineData("api@sha256:0123")]
    [InlineData("benevoclic/api:${BENEVOCLIC_RELEASE:-dev}")]
    [InlineData("benevoclic/api:${BENEVOCLIC_RELEASE:?choose}")]
    [InlineData("${REGISTRY:-example.org/x}/api:1")]
    public void An_image_with_a_version_is_good(string image)
    {
        Assert.Equal(image, ReadWith(image: image)!.Image);
        Assert.Empty(_problems.Found);
    }

    [Theory]
    [InlineData("api")]
    [InlineData("api:latest")]
    [InlineData("api:")]
    [InlineData("localhost:5000/api")]
    [InlineData("api:${TAG:-latest}")]
    [InlineData("api:${TAG}")]
    [InlineData("")]
    public void An_image_without_a_version_is_refused(string image)
    {
        ReadWith(image: $"\"{image}\"");
        Assert.Equal(
            $"stack/api/compose.yaml:3 services.api.image: should name a version (such as name:1.2.3), found \"{image}\"",
            Said
        );
    }

    [Fact]
    public void Everything_wrong_in_our_block_is_said_at_once()
    {
        Read(
            """
            services:
              api:
                image: api:1
            x-benevoclic:
              rollout: slowly
              probe: health
              prot: 1
              reload: x
              events: 5
              after: relay
              local:
                program: x
                project: src/Nowhere
                package: y
                arguments: ["${A"]
                envrionment: {}
            """
        );
        Assert.Equal(
            """
            stack/api/compose.yaml:5 x-benevoclic.rollout: should be one of swap, reload, recreate, found "slowly"
            stack/api/compose.yaml:5 x-benevoclic.port: is required
            stack/api/compose.yaml:6 x-benevoclic.probe: should be an HTTP path that starts with /, found "health"
            stack/api/compose.yaml:10 x-benevoclic.after: should be a list, found "relay"
            stack/api/compose.yaml:8 x-benevoclic.reload: should be an HTTP path that starts with /, found "x"
            stack/api/compose.yaml:9 x-benevoclic.events: should be an HTTP path that starts with /, found "5"
            stack/api/compose.yaml:15 x-benevoclic.local.arguments: "${A" opens a brace and does not close it
            stack/api/compose.yaml:12 x-benevoclic.local.program: or project: exactly one of the two says what to run
            stack/api/compose.yaml:14 x-benevoclic.local.package: brings a program; a project is built
            stack/api/compose.yaml:13 x-benevoclic.local.project: should be a folder of this repository (such as src/Api), found "src/Nowhere"
            stack/api/compose.yaml:16 x-benevoclic.local.envrionment: is not a key here; did you mean environment?
            stack/api/compose.yaml:8 x-benevoclic.reload: is used with rollout: reload only
            stack/api/compose.yaml:7 x-benevoclic.prot: is not a key here; did you mean port?
            """,
            Said
        );
    }

    [Fact]
    public void A_rollout_by_reload_needs_the_path_to_post_to()
    {
        ReadWith(ours: "rollout: reload");
        Assert.Contains("x-benevoclic.reload: is required with rollout: reload", Said, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_local_it_runs_in_Docker_only()
    {
        var service = Read("services: {api: {image: \"a:1\"}}\nx-benevoclic: {port: 1, probe: /}");
        Assert.Null(service!.Local);
        Assert.Equal("runs in Docker only", Cli.Local.Launch.WhyNot(service));
    }

    [Theory]
    [InlineData("command: serve --name \"two words\" ''")]
    [InlineData("command: [serve, --name, two words, \"\"]")]
    public void A_command_is_text_or_a_list(string compose)
    {
        Assert.Equal(["serve", "--name", "two words", ""], ReadWith(compose)!.Command);
        Assert.Empty(_problems.Found);
    }

    [Theory]
    [InlineData("command: serve \"open", "services.api.command: opens a quote \" and does not close it: serve \"open")]
    [InlineData("command: [\"${A\"]", "services.api.command: \"${A\" opens a brace and does not close it")]
    [InlineData("environment: {A: \"$(x)\"}", "services.api.environment.A: \"$(x)\" has a $ that begins no variable")]
    [InlineData(
        "stop_grace_period: soon",
        "services.api.stop_grace_period: should be a duration such as 1m30s, found \"soon\""
    )]
    public void What_Compose_could_not_read_is_said_with_its_place(string compose, string says)
    {
        ReadWith(compose);
        Assert.StartsWith(
            says,
            Assert.Single(_problems.Found).ToString()["stack/api/compose.yaml:4 ".Length..],
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("volumes: [\"./x:/etc/x:ro\", \"data:/data/\", /anonymous]")]
    [InlineData(
        "volumes: [{type: bind, source: ./x, target: /etc/x, read_only: true}, {source: data, target: /data/}, {type: tmpfs, target: /tmp}]"
    )]
    public void Volumes_are_short_or_long(string compose)
    {
        Assert.Equal([new Volume("./x", "/etc/x"), new Volume("data", "/data")], ReadWith(compose)!.Volumes);
        Assert.Empty(_problems.Found);
    }

    [Theory]
    [InlineData("", 10_000)]
    [InlineData("stop_grace_period: 30s", 30_000)]
    [InlineData("stop_grace_period: 1m30s", 90_000)]
    [InlineData("stop_grace_period: 1h", 3_600_000)]
    [InlineData("stop_grace_period: 500ms", 500)]
    public void The_grace_period_is_Composes(string compose, int milliseconds) =>
        Assert.Equal(milliseconds, ReadWith(compose)!.StopGrace.TotalMilliseconds);
}
