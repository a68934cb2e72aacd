using System.Text.RegularExpressions;
using Benevoclic.Harness.Guides;

namespace Benevoclic.EndToEnd.Guides;

/// <summary>A person's first hour with curl, as docs/PREMIERE_HEURE.md tells it: every command typed, every answer compared.</summary>
public sealed class TheFirstHour
{
    const string Path = "docs/PREMIERE_HEURE.md";

    /// <summary>In the guide: what differs from one time to the next.</summary>
    const string Anything = "…";

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task On_this_machine_alone_every_answer_is_the_one_that_the_guide_shows()
    {
        Needs.Monitoring();
        await using var stack = new LocalStack();

        await FollowAsync(stack);
    }

    [Fact]
    public async Task With_Firebase_MongoDB_and_S3_behind_it_nothing_changes()
    {
        Needs.Monitoring();
        Assert.SkipUnless(S3Server.IsInstalled, S3Server.WhyNot);
        Assert.SkipWhen(FirebaseEmulator.WhyNot is not null, FirebaseEmulator.WhyNot ?? "");
        var mongo = Environment.GetEnvironmentVariable("BENEVOCLIC_TEST_MONGODB_URL");
        Assert.SkipWhen(string.IsNullOrEmpty(mongo), "BENEVOCLIC_TEST_MONGODB_URL is not set: ./test.sh sets it");
        await using var s3 = await S3Server.StartAsync();
        using var firebase = await FirebaseEmulator.StartAsync();
        await using var stack = new LocalStack();
        foreach (var (name, value) in s3.Settings)
            stack.Environment[name] = value;
        stack.Environment["FIREBASE_PROJECT_ID"] = FirebaseEmulator.Project;
        stack.Environment["FIREBASE_AUTH_EMULATOR_HOST"] = firebase.Host;
        stack.Environment["MONGODB_URL"] = mongo!;
        stack.Environment["MONGODB_DB_NAME"] = $"first-hour-{Guid.CreateVersion7():N}";

        await MakeIndexesAsync(stack);
        await FollowAsync(stack);

        Assert.Equal(1, s3.Count);
    }

    // In an empty database an earlier start has to make them first, or on a busy machine whoever comes at once is told to try again.
    static async Task MakeIndexesAsync(LocalStack stack)
    {
        await stack.UpAsync();
        await Eventually.TrueAsync(
            async () =>
                (await stack.RunAsync("logs", "api")).Output.Contains("indexes are as", StringComparison.Ordinal),
            Patience,
            () => "the API does not say that MongoDB has its indexes"
        );
        await stack.RunAsync("down");
    }

    static async Task FollowAsync(LocalStack stack)
    {
        var dialogue = Guide.At(Path).Dialogue.Where(turn => turn.Command.IsRun).ToList();
        using var script = new Dictation([.. dialogue.Select(turn => turn.Command)]);

        var followed = await script.RunAsync(stack);

        Assert.True(followed.ExitCode == 0, followed.ToString());
        Assert.All(dialogue.Zip(Dictation.Read(followed.Output)), turn => AssertSays(turn.First, turn.Second));
        Assert.Equal(dialogue.Count, Dictation.Read(followed.Output).Count);
    }

    static void AssertSays((Fence Command, string? Answer) turn, string output)
    {
        if (turn.Answer is not { } expected)
            return;
        var pattern = Regex.Escape(expected.Trim()).Replace(Anything, ".*?", StringComparison.Ordinal);
        Assert.True(
            Regex.IsMatch(output.Trim(), $@"\A{pattern}\z", RegexOptions.Singleline),
            $"{turn.Command} says\n{expected}\nand what came is\n{output}"
        );
    }
}
