using Benevoclic.Cli.Images;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Tests.Images;

public sealed class ImageTagsTests : IDisposable
{
    static readonly Dictionary<string, string> ByCommit = new() { ["BENEVOCLIC_TAG"] = "commit" };

    readonly TemporaryFolder _folder = new();

    public ImageTagsTests()
    {
        _folder.Write("global.json", "{}");
        _folder.Write("src/Container.props", "<Project />");
        _folder.Write("src/Discord/Discord.csproj", "<Project />");
        _folder.Write(
            "src/Relay/Relay.csproj",
            """
            <Project>
              <Import Project="../Container.props" />
              <ItemGroup><ProjectReference Include="..\Discord\Discord.csproj" /></ItemGroup>
            </Project>
            """
        );
        _folder.Write("src/Api/Api.csproj", """<Project><Import Project="../Container.props" /></Project>""");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_program_is_made_from_its_folder_what_it_refers_to_and_the_build_itself() =>
        Assert.Equal(
            ["src/Relay", "src/Container.props", "src/Discord", "global.json"],
            ProgramSources.Of(_folder.Path, "src/Relay")
        );

    [Theory]
    [InlineData("src/Api/Program.cs", "api")]
    [InlineData("src/Relay/Program.cs", "relay")]
    [InlineData("src/Discord/Client.cs", "relay")]
    [InlineData("global.json", "api relay")]
    [InlineData("stack/api/compose.yaml", "")]
    [InlineData("README.md", "")]
    public async Task A_commit_renames_the_images_of_the_programs_that_it_changes(string path, string renamed)
    {
        await CommitAsync("the begin");
        var before = await TagsAsync();

        _folder.Write(path, "changed");
        await CommitAsync("a change");
        var after = await TagsAsync();

        var head = (await GitAsync("rev-parse", "HEAD"))[..12];
        Assert.Equal(renamed, string.Join(' ', after.Keys.Where(name => after[name] != before[name])));
        Assert.All(after.Values, tag => Assert.True(tag == head || before.Values.Contains(tag)));
    }

    [Fact]
    public async Task What_is_not_committed_does_not_go_by_the_commits_name()
    {
        await CommitAsync("the begin");
        _folder.Write("src/Api/Program.cs", "edited");

        var tags = await TagsAsync();

        Assert.EndsWith("-modified", tags["api"], StringComparison.Ordinal);
        Assert.DoesNotContain("-", tags["relay"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_of_a_history_one_is_told_to_choose()
    {
        var problem = await Assert.ThrowsAsync<CommandException>(TagsAsync);

        Assert.Equal("Choose a tag: BENEVOCLIC_TAG=dev", problem.Next);
    }

    [Fact]
    public async Task A_tag_that_was_chosen_is_meant_for_all() =>
        Assert.Empty(
            await ImageTags.ReadAsync(
                Made(),
                new Dictionary<string, string> { ["BENEVOCLIC_TAG"] = "v7" },
                TestContext.Current.CancellationToken
            )
        );

    Task<IReadOnlyDictionary<string, string>> TagsAsync() =>
        ImageTags.ReadAsync(Made(), ByCommit, TestContext.Current.CancellationToken);

    Checkout Made() =>
        AService.InCheckout(_folder.Path, (Ours("api", "src/Api"), 3000), (Ours("relay", "src/Relay"), 1));

    static Service Ours(string name, string project) =>
        AService.Named(name) with
        {
            Local = new LocalRun([], null, project, null, null, [], new Dictionary<string, string>()),
        };

    async Task CommitAsync(string message)
    {
        await GitAsync("init", "--quiet");
        await GitAsync("add", "--all");
        await GitAsync(
            "-c",
            "user.name=a",
            "-c",
            "user.email=a@example.org",
            "commit",
            "--quiet",
            "--message",
            message
        );
    }

    async Task<string> GitAsync(params string[] words)
    {
        var result = await Shell.RunAsync(_folder.Path, new Dictionary<string, string>(), "git", words);
        Assert.True(result.ExitCode == 0, result.ToString());
        return result.Output;
    }
}

public sealed class RegistryLoginTests
{
    static readonly Dictionary<string, string> Ours = new()
    {
        ["DOCKERHUB_USERNAME"] = "marie",
        ["DOCKERHUB_TOKEN"] = "dckr_pat_1",
    };

    [Fact]
    public void Docker_Hub_gets_to_know_who_we_are() =>
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["DOTNET_CONTAINER_REGISTRY_UNAME"] = "marie",
                ["DOTNET_CONTAINER_REGISTRY_PWORD"] = "dckr_pat_1",
            },
            RegistryLogin.For("docker.io", Ours)
        );

    [Theory]
    [InlineData("ghcr.io")]
    [InlineData("docker.io.example.org")]
    [InlineData(null)]
    public void Nobody_else_learns_the_token(string? registry) => Assert.Empty(RegistryLogin.For(registry, Ours));
}
