using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Benevoclic.Deployment.Server;

namespace Benevoclic.Deployment.Images;

/// <summary>All that a test machine is made of, made once and kept in artifacts/test-images.</summary>
/// <param name="Tree">The server's own files.</param>
/// <param name="RegistryLayers">What its registry has from the start.</param>
sealed partial record TestImages(string Tree, IReadOnlyList<string> RegistryLayers)
{
    /// <summary>The tag under which the registry has our own programs, built from this checkout.</summary>
    public const string Built = "built";

    public const string DotNet = "benevoclic-test/dotnet:10";
    const string ServerRecipe = "tests/tools/debian-server.sh";
    const string ImagesRecipe = "tests/Deployment/Images/build-images.sh";

    /// <summary>Unpacked by ./test.sh.</summary>
    internal const string Alertmanager = "artifacts/tools/alertmanager-trixie";

    static readonly string[] Sources =
    [
        "src/Api",
        "src/Relay",
        "tests/Deployment/BadApi",
        "Directory.Build.props",
        "Directory.Packages.props",
    ];

    static readonly (string Project, string Repository)[] Programs =
    [
        ("src/Api", "benevoclic/api"),
        ("src/Relay", "benevoclic/relay"),
        ("tests/Deployment/BadApi", "benevoclic/bad-api"),
    ];

    public static async Task<TestImages> GetAsync()
    {
        var serverRecipe = Cache.Contents(ServerRecipe);
        var tree = await Cache.GetAsync("server", serverRecipe, MakeTreeAsync);

        IReadOnlyList<string> names = [.. Pinned(), "busybox:1.37", DotNet];
        var imagesRecipe = string.Join('\n', [serverRecipe, Cache.Contents(ImagesRecipe), DotNetRoot, .. names]);
        var images = await Cache.GetAsync("images", imagesRecipe, folder => MakeImagesAsync(tree, names, folder));

        var programsRecipe = string.Join('\n', imagesRecipe, Cache.Contents(Sources));
        var programs = await Cache.GetAsync("programs", programsRecipe, folder => PublishAsync(tree, images, folder));
        return new TestImages(tree, [programs, images]);
    }

    /// <summary>The images that stack/ names, without our own.</summary>
    public static IEnumerable<string> Pinned() =>
        Directory
            .EnumerateDirectories(Path.Combine(Repository.Root, "stack"))
            .Select(folder => Path.Combine(folder, "compose.yaml"))
            .Where(File.Exists)
            .SelectMany(file => Image().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .Where(name => !name.StartsWith("benevoclic/", StringComparison.Ordinal) && !name.Contains('$'))
            .Distinct()
            .Order(StringComparer.Ordinal);

    /// <summary>Where the runtime lies that runs this very program.</summary>
    static string DotNetRoot => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));

    static async Task MakeTreeAsync(string folder) =>
        await SucceedAsync(Path.Combine(Repository.Root, ServerRecipe), [folder], []);

    static async Task MakeImagesAsync(string tree, IReadOnlyList<string> names, string folder)
    {
        var mounts = new Dictionary<string, string>
        {
            ["/dotnet"] = DotNetRoot,
            ["/recipes"] = Path.Combine(Repository.Root, "tests/Deployment/Images"),
            ["/alertmanager"] = Path.Combine(Repository.Root, Alertmanager),
        };
        await using var machine = await Machine.StartAsync(tree, [], folder, mounts);
        var registry = new Registry(machine);
        await registry.StartAsync();
        var engine = new Engine(machine, registry);
        await engine.ConfigureAsync();
        await engine.StartAsync();
        await machine.RunAsync(["bash", "/recipes/build-images.sh", registry.Address, .. names]);
    }

    static async Task PublishAsync(string tree, string images, string folder)
    {
        await using var machine = await Machine.StartAsync(tree, [images], folder);
        var registry = new Registry(machine);
        await registry.StartAsync();
        foreach (var (project, repository) in Programs)
        {
            await SucceedAsync(
                "dotnet",
                [
                    "publish",
                    project,
                    "-t:PublishContainer",
                    "--configuration=Release",
                    "-nodeReuse:false",
                    // Apart from the folders of a build that may run at the same time.
                    $"--artifacts-path={Path.Combine(Repository.Root, "artifacts/test-images/build")}",
                    $"-p:ContainerBaseImage={registry.Address}/{DotNet}",
                    $"-p:ContainerRegistry={registry.Address}",
                    $"-p:ContainerRepository={repository}",
                    $"-p:ContainerImageTag={Built}",
                ],
                new() { ["DOTNET_CONTAINER_INSECURE_REGISTRIES"] = registry.Address }
            );
        }
    }

    static async Task SucceedAsync(string program, string[] words, Dictionary<string, string> environment)
    {
        var result = await Shell.RunAsync(Repository.Root, environment, program, words);
        if (result.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', words)}: {result}");
        }
    }

    [GeneratedRegex(@"^\s+image:\s*[""']?([^\s""']+)", RegexOptions.Multiline)]
    private static partial Regex Image();
}
