using Spectre.Console;

namespace Benevoclic.Cli.Output;

/// <summary>What a person sees: results on standard output, errors on standard error.</summary>
sealed class Terminal(IAnsiConsole output, IAnsiConsole error)
{
    public IAnsiConsole Output => output;

    /// <summary>A person watches, so a table may move.</summary>
    public bool IsLive => output.Profile.Capabilities is { Interactive: true, Ansi: true };

    public static Terminal ForProcess() =>
        new(
            AnsiConsole.Console,
            AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) })
        );

    /// <summary>A line as it is: whatever it holds, no markup is read from it, and long lines are not folded when piped.</summary>
    public void Line(string text, string style = "default")
    {
        if (output.Profile.Out.IsTerminal)
        {
            output.MarkupLineInterpolated($"[{style}]{text}[/]");
        }
        else
        {
            output.Profile.Out.Writer.WriteLine(text);
        }
    }

    /// <summary>Shows what is about to happen, and asks a person whether it should.</summary>
    /// <exception cref="CommandException">Nobody can be asked, and nobody said yes beforehand.</exception>
    public bool Confirm(IEnumerable<string> lines, bool yes)
    {
        foreach (var line in lines)
        {
            Line(line);
        }
        if (!yes && !IsLive)
        {
            throw new CommandException(
                ExitCode.Usage,
                "Nobody can be asked here.",
                "When the lines above are right, add --yes."
            );
        }
        return yes || Ask("Carry it out?");
    }

    /// <summary>A yes-or-no question; only for a person who watches.</summary>
    public bool Ask(string question) => output.Prompt(new ConfirmationPrompt(question) { DefaultValue = false });

    public void Show(CommandException problem)
    {
        ErrorLine(problem.Message, "red");
        if (problem.Next is { } next)
        {
            ErrorLine(next, "yellow");
        }
    }

    public void ErrorLine(string text, string style = "red")
    {
        if (error.Profile.Out.IsTerminal)
        {
            error.Write(new Text(text + "\n", Style.Parse(style)));
        }
        else
        {
            error.Profile.Out.Writer.WriteLine(text);
        }
    }
}
