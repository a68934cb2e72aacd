using System.Text;
using Benevoclic.Cli.Admins;
using Benevoclic.Cli.Remote;
using Spectre.Console.Testing;

namespace Benevoclic.Cli.Tests.Admins;

public sealed class AdminsTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_a_host_the_password_goes_to_the_program_in_its_container_and_into_no_argument()
    {
        await using var shell = new ScriptedShell(
            (index, _) =>
                index == 0
                    ? new CommandOutcome(0, "dotnet\n/app/benevoclic-api.dll\n\n", "")
                    : new CommandOutcome(0, "boss@example.org is an administrator now.\n", "")
        );

        var admins = await HostAdmins.FindAsync(shell, onSwarm: false, Ct);
        var said = await admins.CreateAsync("boss@example.org", new Secret("hunter2 hunter2"), Ct);

        Assert.Equal("boss@example.org is an administrator now.", said);
        var command = shell.Asked[1];
        Assert.Equal(
            "docker exec -i benevoclic-api dotnet /app/benevoclic-api.dll admin create boss@example.org",
            command.ToString()
        );
        Assert.Equal("hunter2 hunter2\n", Encoding.UTF8.GetString(command.Input.Span));
    }

    [Fact]
    public async Task A_host_without_the_API_says_what_to_type()
    {
        await using var shell = new ScriptedShell((_, _) => new CommandOutcome(1, "", "No such object"));

        var error = await Assert.ThrowsAsync<CommandException>(() => HostAdmins.FindAsync(shell, onSwarm: false, Ct));

        Assert.Equal("Type: ./benevoclic deploy api", error.Next);
    }

    [Fact]
    public async Task On_a_swarm_it_is_a_replica_on_that_node()
    {
        string[] answers = ["f00d\nbeef\n", "/app/benevoclic-api\n", "done\n"];
        await using var shell = new ScriptedShell((index, _) => new CommandOutcome(0, answers[index], ""));

        var admins = await HostAdmins.FindAsync(shell, onSwarm: true, Ct);
        await admins.CreateAsync("boss@example.org", new Secret("hunter2 hunter2"), Ct);

        Assert.Equal(
            "docker exec -i f00d /app/benevoclic-api admin create boss@example.org",
            shell.Asked[2].ToString()
        );
    }

    [Fact]
    public async Task What_the_program_refuses_is_shown()
    {
        await using var shell = new ScriptedShell(
            (index, _) => new CommandOutcome(index == 0 ? 0 : 2, "/app/benevoclic-api\n", "The password must have …")
        );

        var admins = await HostAdmins.FindAsync(shell, onSwarm: false, Ct);
        var error = await Assert.ThrowsAsync<CommandException>(() =>
            admins.CreateAsync("boss@example.org", new Secret("x"), Ct)
        );

        Assert.Contains("The password must have …", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_typed_password_is_asked_twice_and_never_shown()
    {
        using var console = new TestConsole().Interactive();
        console.Input.PushTextWithEnter("a strong one 1");
        console.Input.PushTextWithEnter("a strong one 1");

        var password = PasswordPrompt.Typed(console, "boss@example.org");

        Assert.Equal("a strong one 1", password.Value);
        Assert.DoesNotContain("strong", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_that_differ_change_nothing()
    {
        using var console = new TestConsole().Interactive();
        console.Input.PushTextWithEnter("a strong one 1");
        console.Input.PushTextWithEnter("a strong one 2");

        Assert.Throws<CommandException>(() => PasswordPrompt.Typed(console, "boss@example.org"));
    }

    [Theory]
    [InlineData("a strong one 1\n", "a strong one 1")]
    [InlineData("a strong one 1", "a strong one 1")]
    public void A_piped_password_is_the_first_line(string input, string password) =>
        Assert.Equal(password, PasswordPrompt.Piped(new StringReader(input)).Value);

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    public void No_password_on_standard_input_is_wrong_usage(string input) =>
        Assert.Equal(
            ExitCode.Usage,
            Assert.Throws<CommandException>(() => PasswordPrompt.Piped(new StringReader(input))).ExitCode
        );
}
