using Benevoclic.Cli.Install;
using Benevoclic.Cli.Remote;

namespace Benevoclic.Cli.Tests.Remote;

public sealed class ScriptTests
{
    public static TheoryData<string> Names =>
        [
            .. typeof(Script)
                .Assembly.GetManifestResourceNames()
                .Where(name => name.EndsWith(".sh", StringComparison.Ordinal) && name != "common.sh")
                .Select(name => name[..^3]),
        ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Bash_understands_it(string name)
    {
        await using var shell = new LocalShell();

        var outcome = await shell.RunAsync(
            new RemoteCommand("bash", "-n") { Input = System.Text.Encoding.UTF8.GetBytes(Script.Text(name)) },
            TestContext.Current.CancellationToken
        );

        Assert.True(outcome.Succeeded, outcome.Error);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Shellcheck_finds_nothing_in_it(string name)
    {
        var shellcheck = ProgramPath.Find("shellcheck");
        Assert.SkipWhen(shellcheck is null, "shellcheck is not installed; ./test.sh installs it");
        await using var shell = new LocalShell();

        // SC2034, SC2317: what one script does not use of the shared functions, another does.
        var outcome = await shell.RunAsync(
            new RemoteCommand(shellcheck, "-s", "bash", "-S", "info", "-e", "SC2034,SC2317", "-")
            {
                Input = System.Text.Encoding.UTF8.GetBytes(Script.Text(name)),
            },
            TestContext.Current.CancellationToken
        );

        Assert.True(outcome.Succeeded, outcome.Output);
    }
}
