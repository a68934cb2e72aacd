using System.CommandLine;

namespace Benevoclic.Cli.Commands;

/// <summary>`--host`, the same in every command that has it.</summary>
static class HostOption
{
    public static Option<string?> Create() =>
        new("--host")
        {
            Description = "Another host than the one of benevoclic.yaml; `local` is this machine's own Docker",
            Arity = ArgumentArity.ZeroOrOne,
        };

    /// <summary>For verbs that work on what `up` runs here unless a host is asked for.</summary>
    public static Option<string?> ForLocalVerb() =>
        new("--host")
        {
            Description =
                "On the host of benevoclic.yaml, or on the one named here; `local` is this machine's own Docker",
            Arity = ArgumentArity.ZeroOrOne,
        };

    /// <summary>It was typed, with or without a name.</summary>
    public static bool Has(ParseResult parsed, Option<string?> host) => parsed.GetResult(host) is { Implicit: false };

    public static Argument<string[]> Services() =>
        new("service")
        {
            Description = "Folders of stack/; all services when none is named",
            Arity = ArgumentArity.ZeroOrMore,
        };
}
