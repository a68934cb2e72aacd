using System.Text.RegularExpressions;
using Benevoclic.Harness.Guides;

namespace Benevoclic.Cli.Tests.Guides;

public sealed partial class CommandTests
{
    static IEnumerable<Fence> Fences => Guide.All.SelectMany(guide => guide.Commands);

    [Fact]
    public void Every_command_of_a_guide_is_one_that_the_command_line_takes()
    {
        Complaints.None(Fences.SelectMany(TypedCommand.In).SelectMany(command => command.Problems));
    }

    [Fact]
    public void So_is_every_command_in_a_sentence()
    {
        var unknown = Guide
            .All.SelectMany(guide =>
                guide.InlineCode.SelectMany(code => TypedCommand.In($"{guide.Path}:{code.Line}", code.Text))
            )
            .SelectMany(command => command.UnknownNames);

        Complaints.None(unknown);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.fr.md")]
    public void The_tables_of_commands_name_every_command_and_no_other(string path)
    {
        var typed = Guide
            .At(path)
            .FirstColumn.Where(code => Rows().IsMatch(code.Text))
            .SelectMany(code =>
                TypedCommand.In($"{path}:{code.Line}", $"./benevoclic {Brackets().Replace(code.Text, " ")}")
            )
            .ToList();

        Complaints.None(typed.SelectMany(command => command.UnknownNames));
        var verbs = TypedCommand.CommandLine.Subcommands.Where(verb => !verb.Hidden).Select(verb => verb.Name);
        Complaints.None(verbs.Except(typed.Select(command => command.Words[0])));
    }

    [Fact]
    public void Every_block_says_what_it_is_and_who_runs_it()
    {
        var nameless = Guide
            .All.Where(guide => !guide.Path.StartsWith("docs/decisions/", StringComparison.Ordinal))
            .SelectMany(guide => guide.NamelessBlocks.Select(line => $"{guide.Path}:{line}"));
        Complaints.None(nameless);
        Complaints.None(Fences.SelectMany(fence => fence.UnknownMarks.Select(mark => $"{fence.Place} {mark}")));
    }

    /// <summary>Also of what only a real GitHub or the internet can run: whoever copies it must not end at a `>` that waits for a quote.</summary>
    [Fact]
    public async Task Every_block_is_something_that_a_shell_can_read()
    {
        var unread = new List<string>();
        foreach (var fence in Fences)
        {
            var read = await Shell.RunAsync("/", new Dictionary<string, string>(), "bash", ["-n", "-c", fence.Text]);
            if (read.ExitCode != 0)
                unread.Add($"{fence}: {read.Error.Trim()}");
        }

        Complaints.None(unread);
    }

    [Fact]
    public void A_block_of_values_has_nothing_but_values()
    {
        var other = Fences
            .Where(fence => fence.HasValues)
            .SelectMany(fence => fence.Lines.Where(line => !Value().IsMatch(line)).Select(line => $"{fence}: {line}"));

        Complaints.None(other);
    }

    [Theory]
    [InlineData("./benevoclic deploi", 1)]
    [InlineData("./benevoclic deploy --yse", 1)]
    [InlineData("A=1 ./benevoclic prune --keep few && echo done", 1)]
    [InlineData("cd x && ./benevoclic deploy api --yes # the API", 0)]
    [InlineData("./benevoclic lock --reason 'a; b | c'; ./benevoclic unlok", 1)]
    [InlineData("./benevoclic plan \\\n  --json | grep x", 0)]
    public void A_wrong_command_is_seen(string text, int problems)
    {
        var commands = TypedCommand.In("here", text).ToList();

        Assert.NotEmpty(commands);
        Assert.Equal(problems, commands.Count(command => command.Problems.Any()));
    }

    // Table rows that are commands: a word in small letters, then words, options and names; no path and no address.
    [GeneratedRegex(@"^[a-z]+( |$)")]
    private static partial Regex Rows();

    [GeneratedRegex(@"[\[\]…|]")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"^export [A-Z][A-Z0-9_]*=\S")]
    private static partial Regex Value();
}
