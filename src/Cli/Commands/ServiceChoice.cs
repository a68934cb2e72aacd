using System.CommandLine;

namespace Benevoclic.Cli.Commands;

/// <summary>Which services a command works on: SERVICE… and --except, the same in every command that has both.</summary>
sealed class ServiceChoice
{
    public Argument<string[]> Services { get; } = HostOption.Services();

    public Option<string[]> Except { get; } =
        new("--except")
        {
            Description = "Folders of stack/ to leave out",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = true,
        };

    /// <returns>Gives the names, once the files were read: never none, which would mean all.</returns>
    public Func<Checkout, string[]> In(ParseResult parsed) =>
        checkout =>
            [
                .. checkout
                    .Stack.Choose(parsed.GetValue(Services) ?? [], parsed.GetValue(Except) ?? [])
                    .Select(service => service.Name),
            ];
}
