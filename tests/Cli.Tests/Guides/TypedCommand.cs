using System.CommandLine;
using System.Text.RegularExpressions;
using Benevoclic.Cli.Stack;
using Benevoclic.Harness.Guides;

namespace Benevoclic.Cli.Tests.Guides;

/// <summary>One `./benevoclic …` as a guide has it, put to the real command line.</summary>
/// <param name="Place">File and line.</param>
/// <param name="Words">What follows `./benevoclic`.</param>
sealed partial record TypedCommand(string Place, IReadOnlyList<string> Words)
{
    public static readonly RootCommand CommandLine = Cli.CommandLine.Root(() =>
        throw new InvalidOperationException("a guide's command must not run here")
    );

    /// <summary>Everything of a block that our command is called with.</summary>
    public static IEnumerable<TypedCommand> In(Fence fence) => In(fence.Place, fence.Text);

    public static IEnumerable<TypedCommand> In(string place, string text) =>
        Call()
            .Matches(text.Replace("\\\n", " ", StringComparison.Ordinal))
            .Select(match => new TypedCommand(place, ShellWords.Split(match.Groups["words"].Value)));

    /// <summary>What the command line has against it; nothing when it takes it.</summary>
    public IEnumerable<string> Problems =>
        CommandLine
            .Parse(Words)
            .Errors.Select(error => $"{Place} ./benevoclic {string.Join(' ', Words)}: {error}")
            // A list of services takes a mistyped option for one of them.
            .Concat(UnknownNames);

    /// <summary>The same for a sentence, where a value may be a word such as SERVICE: only verbs and options must be there.</summary>
    public IEnumerable<string> UnknownNames
    {
        get
        {
            var (command, rest) = (CommandLine as Command, Words.AsEnumerable());
            while (command.Subcommands.FirstOrDefault(one => one.Name == rest.FirstOrDefault()) is { } verb)
            {
                (command, rest) = (verb, rest.Skip(1));
            }
            if (command == CommandLine && rest.FirstOrDefault() is { } first && char.IsAsciiLetterLower(first[0]))
            {
                yield return $"{Place} there is no command {first}";
            }
            var names = command.Options.SelectMany(option => option.Aliases.Append(option.Name)).ToHashSet();
            foreach (var option in rest.Where(word => word.StartsWith('-') && !names.Contains(word)))
            {
                yield return $"{Place} {command.Name} has no option {option}";
            }
        }
    }

    // Up to what ends a command in a shell; not inside quotes.
    [GeneratedRegex("""(?<![\w/-])\./benevoclic(?<words>(?:[ \t]+(?:"[^"]*"|'[^']*'|[^|;&)<>#`\s"'])+)*)""")]
    private static partial Regex Call();
}
