using Benevoclic.Cli.Output;
using Benevoclic.Cli.Remote;
using Spectre.Console;

namespace Benevoclic.Cli.Admins;

/// <summary>A password, from a person who types it or from a program that pipes it; never from an argument.</summary>
static class PasswordPrompt
{
    /// <exception cref="CommandException">None came, or two that differ.</exception>
    public static Secret Read(Terminal terminal, string email) =>
        Console.IsInputRedirected ? Piped(Console.In) : Typed(terminal.Output, email);

    public static Secret Piped(TextReader input) =>
        input.ReadLine() is { Length: > 0 } line
            ? new Secret(line)
            : throw new CommandException(
                ExitCode.Usage,
                "No password came on standard input.",
                "Type it when asked, or pipe one line: ./benevoclic admin create EMAIL < password.txt"
            );

    public static Secret Typed(IAnsiConsole console, string email)
    {
        var first = console.Prompt(new TextPrompt<string>($"Password for {email.EscapeMarkup()}:").Secret(null));
        var second = console.Prompt(new TextPrompt<string>("Once more:").Secret(null));
        return first == second
            ? new Secret(first)
            : throw new CommandException(ExitCode.Usage, "The two differ. Nothing was changed.");
    }
}
