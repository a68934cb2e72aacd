using System.CommandLine;
using System.CommandLine.Parsing;

namespace Benevoclic.Cli.Commands;

/// <summary>Words of which one is meant; another one is told which there are.</summary>
static class Choices
{
    public static void Among(this Option<string> option, params IReadOnlyList<string> known)
    {
        option.CompletionSources.Add([.. known]);
        option.Validators.Add(result => Refuse(result, option.Name, known));
    }

    public static void Among(this Argument<string> argument, params IReadOnlyList<string> known)
    {
        argument.CompletionSources.Add([.. known]);
        argument.Validators.Add(result => Refuse(result, argument.Name.ToUpperInvariant(), known));
    }

    static void Refuse(SymbolResult result, string name, IReadOnlyList<string> known)
    {
        if (result.Tokens is [var token] && !known.Contains(token.Value))
        {
            result.AddError($"{name} should be one of {string.Join(", ", known)}, found \"{token.Value}\"");
        }
    }
}
