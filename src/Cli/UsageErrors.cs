using System.CommandLine;
using System.CommandLine.Parsing;
using Benevoclic.Cli.Config;

namespace Benevoclic.Cli;

/// <summary>What was typed wrong, in words for people. Pure.</summary>
static class UsageErrors
{
    /// <summary>As many commands as somebody reads line by line.</summary>
    const int Few = 8;

    /// <returns>What is wrong, and at the end where help is; empty when the command can be run.</returns>
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        string[] found = Found(parsed);
        return found.Length == 0 ? [] : [.. found, $"Type: {Path(parsed.CommandResult)} --help"];
    }

    static string[] Found(ParseResult parsed)
    {
        var (command, path) = (parsed.CommandResult.Command, Path(parsed.CommandResult));
        if (Option(parsed) is { } option)
        {
            var known = command.Options.Where(one => !one.Hidden).Select(one => one.Name);
            return [$"{path} has no option \"{option}\": {Nearest.Hint(option, [.. known])}"];
        }
        return (parsed.Errors, command.Subcommands.Count, parsed.UnmatchedTokens) switch
        {
            ({ Count: 0 }, _, _) => [],
            (_, > 0, [var word, ..]) =>
            [
                $"{path} has no command \"{word}\": {Nearest.Hint(word, [.. command.Subcommands.Select(c => c.Name)])}",
            ],
            (_, > 0, _) => OneOf(command, path),
            _ => [.. parsed.Errors.Select(error => Words(error, command, path)).Distinct()],
        };
    }

    static string[] OneOf(Command group, string path) =>
        group.Subcommands.Count > Few
            ? [$"{path} needs one of its commands: {string.Join(", ", group.Subcommands.Select(one => one.Name))}"]
            : [$"{path} needs one of its commands:", .. group.Subcommands.Select(one => $"  {path} {Typed(one)}")];

    static string Typed(Command command) =>
        string.Join(' ', command.Arguments.Where(IsRequired).Select(Placeholder).Prepend(command.Name));

    /// <summary>What the parser itself finds is said in our words; the rest was said by the option that found it.</summary>
    static string Words(ParseError error, Command command, string path) =>
        error.SymbolResult switch
        {
            OptionResult { IdentifierTokenCount: 0, Option: var option } =>
                $"{path} needs {option.Name}: {option.Description}",
            OptionResult { Tokens.Count: 0, Option: var option } =>
                $"{option.Name} needs a value: {option.Description}",
            ArgumentResult { Tokens.Count: 0, Argument: var argument } when command.Arguments.Contains(argument) =>
                $"{path} needs {Placeholder(argument)}: {argument.Description}",
            _ when error.Message.StartsWith("Unrecognized command or argument '", StringComparison.Ordinal) =>
                $"{path} can do nothing with \"{error.Message.Split('\'', 2)[1].TrimEnd('.').TrimEnd('\'')}\"",
            _ => error.Message,
        };

    static bool IsRequired(Argument argument) => argument.Arity.MinimumNumberOfValues > 0;

    static string Placeholder(Argument argument) => argument.Name.ToUpperInvariant();

    /// <summary>Where any number of names may stand, a mistyped option would be taken for one of them.</summary>
    static string? Option(ParseResult parsed) =>
        parsed
            .CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(argument => argument.Tokens)
            .Select(token => token.Value)
            .Concat(parsed.UnmatchedTokens)
            .FirstOrDefault(word => word is ['-', ..]);

    static string Path(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{Path(parent)} {command.Command.Name}" : "./benevoclic";
}
