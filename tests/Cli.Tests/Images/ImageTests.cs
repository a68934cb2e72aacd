using Benevoclic.Cli.Images;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Tests.Images;

public sealed class ImageReferenceTests
{
    [Theory]
    [InlineData("api:1", null, "api", "1")]
    [InlineData("benevoclic/api:dev", null, "benevoclic/api", "dev")]
    [InlineData("ghcr.io/team/benevoclic/api:1.2", "ghcr.io", "team/benevoclic/api", "1.2")]
    [InlineData("localhost/api:1", "localhost", "api", "1")]
    [InlineData("localhost:5000/api:1", "localhost:5000", "api", "1")]
    [InlineData("registry:5000/a/b-c__d.e:_1", "registry:5000", "a/b-c__d.e", "_1")]
    public void A_name_is_read_as_Docker_reads_it(string text, string? registry, string repository, string tag)
    {
        var reference = ImageReference.Parse(text)!;

        Assert.Equal(new ImageReference(registry, repository, tag), reference);
        Assert.Equal(text, reference.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("api")]
    [InlineData("api:")]
    [InlineData(":1")]
    [InlineData("api@sha256:0123")]
    [InlineData("api:1@sha256:0123")]
    [InlineData("Team/api:1")]
    [InlineData("ghcr.io/:1")]
    [InlineData("a//b:1")]
    [InlineData("api:a b")]
    [InlineData("api:-a")]
    [InlineData("api:1\n")]
    public void What_names_no_image_by_a_tag_is_none(string text) => Assert.Null(ImageReference.Parse(text));

    [Theory]
    [InlineData("localhost:5000/api:1", true)]
    [InlineData("127.0.0.1:5000/api:1", true)]
    [InlineData("ghcr.io/api:1", false)]
    [InlineData("127.example.org/api:1", false)]
    [InlineData("api:1", false)]
    public void Only_this_machine_is_spoken_to_without_a_certificate(string text, bool loopback) =>
        Assert.Equal(loopback, ImageReference.Parse(text)!.IsLoopback);
}

public sealed class ImageBuildTests
{
    static readonly ImageReference OnGitHub = new("ghcr.io", "team/api", "v7");

    [Fact]
    public void A_push_names_the_registry_and_what_the_image_is_made_from() =>
        Assert.Equal(
            "publish src/Api -c Release -t:PublishContainer -getProperty:GeneratedContainerDigest -nologo -v quiet "
                + "-nodeReuse:false -p:UseSharedCompilation=false --artifacts-path artifacts/images "
                + "-p:ContainerRegistry=ghcr.io -p:ContainerRepository=team/api -p:ContainerImageTag=v7 -p:ContainerVersion=v7 "
                + "-p:ContainerRevision=0123abc -p:ContainerSource=https://git.example.org/a%3Bb%2C%25 -p:EveryProcessor=",
            Words(new ImageBuild("src/Api", OnGitHub, true, "0123abc", "https://git.example.org/a;b,%"))
        );

    [Fact]
    public void Into_the_Docker_of_this_machine_the_registry_is_part_of_the_name() =>
        Assert.Contains(
            "-p:ContainerRegistry= -p:ContainerRepository=ghcr.io/team/api -p:ContainerImageTag=v7",
            Words(new ImageBuild("src/Api", OnGitHub, false, null, "")),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("localhost:5000", true, "localhost:5000")]
    [InlineData("localhost:5000", false, null)]
    [InlineData("ghcr.io", true, null)]
    public void Plain_http_is_allowed_to_a_registry_on_this_machine_only(string registry, bool push, string? allowed) =>
        Assert.Equal(
            allowed,
            new ImageBuild(
                "src/Api",
                new ImageReference(registry, "api", "1"),
                push,
                null,
                ""
            ).Environment.GetValueOrDefault("DOTNET_CONTAINER_INSECURE_REGISTRIES")
        );

    [Fact]
    public void Of_a_failure_the_reasons_are_left() =>
        Assert.Equal(
            """
            System.Net.Http.HttpRequestException: Name or service not known (registry.example:443)
            /repo/src/Api/Program.cs(3,1): error CS0103: The name 'x' does not exist [/repo/src/Api/Api.csproj]
            """,
            ImageBuilder.Errors(
                """
                /sdk/Containers.targets(255,5): error MSB4018: The "CreateNewImage" task failed unexpectedly. [/repo/src/Api/Api.csproj]
                /sdk/Containers.targets(255,5): error MSB4018: System.Net.Http.HttpRequestException: Name or service not known (registry.example:443) [/repo/src/Api/Api.csproj]
                /sdk/Containers.targets(255,5): error MSB4018:    at System.Net.Http.HttpClient.Send() [/repo/src/Api/Api.csproj]
                /sdk/Containers.targets(255,5): error MSB4018:    --- End of inner exception stack trace --- [/repo/src/Api/Api.csproj]
                /repo/src/Api/Program.cs(3,1): error CS0103: The name 'x' does not exist [/repo/src/Api/Api.csproj]
                /repo/src/Api/Program.cs(3,1): error CS0103: The name 'x' does not exist [/repo/src/Api/Api.csproj]
                """
            )
        );

    static string Words(ImageBuild build) => string.Join(' ', build.Arguments);
}

public sealed class ImagePlanTests
{
    const string Image =
        "${BENEVOCLIC_REGISTRY:+${BENEVOCLIC_REGISTRY:-}/}${BENEVOCLIC_IMAGES:-benevoclic/}api:${BENEVOCLIC_TAG:-dev}";

    static readonly ServiceStack Stack = new()
    {
        Services = [Ours("api"), AService.Named("grafana"), Ours("relay")],
        Folders = new Dictionary<string, int?>(),
    };

    [Theory]
    [InlineData("", "api relay")]
    [InlineData("relay", "relay")]
    [InlineData("relay api relay", "relay api")]
    public void Those_with_a_project_are_built(string names, string built) =>
        Assert.Equal(
            built,
            string.Join(
                ' ',
                ImagePlan
                    .Services(Stack, names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    .Select(service => service.Name)
            )
        );

    [Fact]
    public void One_whose_image_others_make_is_refused()
    {
        var problem = Assert.Throws<CommandException>(() => ImagePlan.Services(Stack, ["api", "grafana"]));

        Assert.Equal(ExitCode.Usage, problem.ExitCode);
        Assert.Equal("grafana is not built here: its image is dummy:1.", problem.Message);
        Assert.Equal("Built here are: api, relay.", problem.Next);
    }

    [Theory]
    [InlineData("", "", "benevoclic/api:dev")]
    [InlineData("", "v7", "benevoclic/api:v7")]
    [InlineData("ghcr.io/team", "v7", "ghcr.io/team/benevoclic/api:v7")]
    public void The_compose_file_says_the_name(string registry, string tag, string name) =>
        Assert.Equal(name, ImagePlan.Reference(Ours("api"), Variables(registry, tag), push: false).ToString());

    [Theory]
    [InlineData(Image, "", true, "benevoclic/api:dev names no registry to push to.")]
    [InlineData(Image, "localhost:5000", false, "localhost:5000/benevoclic/api:dev can only be pushed")]
    [InlineData("api@sha256:0123", "", false, "stack/api/compose.yaml: its image is called \"api@sha256:0123\"")]
    [InlineData("api:${X:?choose}", "", false, "stack/api/compose.yaml: X must be set: choose")]
    public void A_name_that_cannot_be_made_is_said(string image, string registry, bool push, string says)
    {
        var problem = Assert.Throws<CommandException>(() =>
            ImagePlan.Reference(Ours("api", image), Variables(registry, ""), push)
        );
        Assert.StartsWith(says, problem.Message, StringComparison.Ordinal);
    }

    static Service Ours(string name, string image = Image) =>
        AService.Named(name) with
        {
            Image = image,
            Local = new LocalRun([], null, $"src/{name}", null, null, [], new Dictionary<string, string>()),
        };

    static Dictionary<string, string> Variables(string registry, string tag) =>
        new() { ["BENEVOCLIC_REGISTRY"] = registry, ["BENEVOCLIC_TAG"] = tag };
}
