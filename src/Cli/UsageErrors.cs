using System.CommandLine;
using System.CommandLine.Parsing;
using Benevoclic.Cli.Config;

namespace Benevoclic.Cli;

/// <summary>What was typed wrong, in words for people. Pure.</summary>
static class UsageErrors
{
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
        if (command.Subcommands.Count > 0 && parsed.UnmatchedTokens is [var word, ..])
        {
            return
            [
                $"{path} has no command \"{word}\": {Nearest.Hint(word, [.. command.Subcommands.Select(c => c.Name)])}",
            ];
        }
        return [.. parsed.Errors.Select(error => error.Message)];
    }

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
