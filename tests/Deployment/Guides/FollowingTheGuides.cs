using Benevoclic.Deployment.Deploying;
using Benevoclic.Harness.Guides;

namespace Benevoclic.Deployment.Guides;

/// <summary>Somebody types every command of a guide, word for word and in its order, and fills in his own values.</summary>
[Collection(OnTheSecondHost.Name)]
public sealed class FollowingTheGuides(SecondHost shared)
{
    /// <summary>Guides that begin with a server as one gets it from a provider.</summary>
    static readonly string[] FromNothing = ["docs/DEPLOYMENT_README.md", "docs/DEPLOYMENT_GUIDE.md"];

    /// <summary>A guide with commands for a server is in this list because it has some, and not because somebody wrote it here.</summary>
    public static TheoryData<string> Paths =>
        [.. Guide.All.Where(guide => guide.Commands.Any(IsForAServer)).Select(guide => guide.Path)];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Every_command_does_what_the_guide_says(string path)
    {
        Assert.SkipWhen(Needs.Missing is not null, Needs.Missing ?? "");
        var isFresh = FromNothing.Contains(path);
        var host = isFresh ? await TestHost.StartWithoutDockerAsync() : await shared.FreshAsync();
        try
        {
            await using var reader = await Reader.AtAsync(host);
            await BeginAsync(path, reader);

            var followed = await reader.FollowAsync(Guide.At(path));

            TestContext.Current.TestOutputHelper?.WriteLine(followed.ToString());
            Assert.True(followed.ExitCode == 0, followed.ToString());
            Assert.DoesNotContain(Scenario.Password, followed.ToString(), StringComparison.Ordinal);
            await reader.SeesARunningSystemAsync();
        }
        finally
        {
            if (isFresh)
            {
                await host.DisposeAsync();
            }
        }
    }

    static Task BeginAsync(string path, Reader reader) =>
        path switch
        {
            _ when FromNothing.Contains(path) => Task.CompletedTask,
            "docs/MIGRATION.md" => reader.HasTheOldSystemAsync(),
            _ => reader.HasDeployedAsync(),
        };

    static bool IsForAServer(Fence fence) => fence is { IsRun: true, IsLocal: false };
}
