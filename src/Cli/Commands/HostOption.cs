using System.CommandLine;

namespace Benevoclic.Cli.Commands;

/// <summary>`--host`, the same in every command that has it.</summary>
static class HostOption
{
    public static Option<string?> Create() =>
        new("--host")
        {
            Description = "Another host than the one of benevoclic.yaml; `local` is this machine's own Docker",
        };

    public static Argument<string[]> Services() =>
        new("service")
        {
            Description = "Folders of stack/; all services when none is named",
            Arity = ArgumentArity.ZeroOrMore,
        };
}
