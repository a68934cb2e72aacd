using Benevoclic.Harness.Guides;

namespace Benevoclic.EndToEnd.Guides;

/// <summary>A developer types every command that a guide gives for his own machine, word for word and in its order.</summary>
public sealed class FollowingTheGuides
{
    /// <summary>
    /// A machine of its own as far as guides are concerned: the usual ports are free, and `pgrep` finds nothing of anybody else.
    /// What runs in it ends with it.
    /// </summary>
    static readonly string[] OwnMachine =
    [
        .. "unshare --net --pid --mount-proc --fork --kill-child bash -c".Split(' '),
        "ip link set lo up && \"$@\"",
        "own-machine",
    ];

    public static TheoryData<string> Paths =>
        [.. Guide.All.Where(guide => guide.Commands.Any(IsForHere)).Select(guide => guide.Path)];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Every_command_does_what_the_guide_says(string path)
    {
        Needs.Monitoring();
        await SkipWithoutOwnMachineAsync();
        // Built before, because inside there is no network to fetch packages from.
        await using var built = new LocalStack();
        await built.UpAsync();
        await built.RunAsync("down");
        using var state = new TemporaryState();
        using var script = new GuideScript(Guide.At(path).Commands.Where(IsForHere));

        var followed = await script.RunAsync(Repository.Root, state.Environment, OwnMachine);

        TestContext.Current.TestOutputHelper?.WriteLine(followed.ToString());
        Assert.True(followed.ExitCode == 0, followed.ToString());
    }

    static bool IsForHere(Fence fence) => fence is { IsRun: true, IsLocal: true };

    static async Task SkipWithoutOwnMachineAsync()
    {
        var attempt = await Shell.RunAsync(
            "/",
            new Dictionary<string, string>(),
            OwnMachine[0],
            [.. OwnMachine[1..], "true"]
        );
        Assert.SkipWhen(attempt.ExitCode != 0, $"an own network and own processes need root: {attempt.Error}");
    }
}
