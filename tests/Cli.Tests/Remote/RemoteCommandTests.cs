using Benevoclic.Cli.Remote;
using CsCheck;

namespace Benevoclic.Cli.Tests.Remote;

public sealed class RemoteCommandTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("/opt/benevoclic/a-b_c.yaml", "/opt/benevoclic/a-b_c.yaml")]
    [InlineData("", "''")]
    [InlineData("two words", "'two words'")]
    [InlineData("$HOME", "'$HOME'")]
    [InlineData("it's", @"'it'\''s'")]
    [InlineData("a;rm -rf /", "'a;rm -rf /'")]
    [InlineData("line\nbreak", "'line\nbreak'")]
    [InlineData("~root", "'~root'")]
    public void A_word_is_quoted_when_a_shell_would_change_it(string word, string quoted) =>
        Assert.Equal(quoted, RemoteCommand.Quote(word));

    [Fact]
    public async Task A_real_shell_gives_back_exactly_the_words_whatever_they_hold()
    {
        await using var shell = new LocalShell();
        var word = Gen.String[Gen.Char['\u0001', '\u00ff'], 0, 20];
        await word.Array[1, 5]
            .SampleAsync(
                async words =>
                {
                    var command = new RemoteCommand(["printf", "%s\\0", .. words]);
                    var outcome = await shell.RunAsync(new RemoteCommand("sh", "-c", command.ToString()), default);
                    Assert.Equal(words, outcome.Output.Split('\0')[..^1]);
                },
                iter: 100
            );
    }

    [Fact]
    public async Task Standard_input_reaches_the_command_whole()
    {
        await using var shell = new LocalShell();
        var bytes = Enumerable.Range(0, 300_000).Select(i => (byte)(i % 251)).ToArray();

        var outcome = await shell.RunAsync(
            new RemoteCommand("wc", "-c") { Input = bytes },
            TestContext.Current.CancellationToken
        );

        Assert.Equal("300000", outcome.Output.Trim());
    }

    [Theory]
    [InlineData("exit 0", 0)]
    [InlineData("exit 76", 76)]
    [InlineData("kill -9 $$", 137)]
    [InlineData("exec true", 0)]
    public async Task A_patient_one_ends_as_it_would_but_not_before_its_input_has(string script, int code)
    {
        await using var shell = new LocalShell();
        var command = new RemoteCommand("bash", "-s", "--", "it's").Patient();
        await using var process = await shell.StartAsync(command, TestContext.Current.CancellationToken);
        using var output = new StreamReader(process.Output);
        var text = System.Text.Encoding.UTF8.GetBytes($"echo \"$1\"; {script}\n");
        await process.Input.WriteAsync(text, TestContext.Current.CancellationToken);
        await process.Input.FlushAsync(TestContext.Current.CancellationToken);

        Assert.Equal("it's", await output.ReadLineAsync(TestContext.Current.CancellationToken));
        // It would have broken the pipe by now, had it ended.
        for (var more = 0; more < 100; more++)
        {
            await process.Input.WriteAsync(new byte[4096], TestContext.Current.CancellationToken);
        }
        Assert.False(process.Ended.IsCompleted);
        process.Input.Close();

        Assert.Equal(code, await process.Ended);
    }

    [Fact]
    public void A_secret_prints_as_redacted() => Assert.Equal("[redacted]", $"{new Secret("hunter2")}");
}
