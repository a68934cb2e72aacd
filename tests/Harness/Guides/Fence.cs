using System.Globalization;
using System.Text.RegularExpressions;
using Markdig.Syntax;

namespace Benevoclic.Harness.Guides;

/// <summary>
/// A block of commands in a guide. The words after ```sh say who types it where, and so who runs it in the tests; readers do not see
/// them. No word: on the reader's own machine, in the checkout, for a server.
/// </summary>
/// <param name="Place">File and line of the block.</param>
/// <param name="Text">The commands.</param>
/// <param name="Marks">The words after ```sh.</param>
public sealed partial record Fence(string Place, string Text, IReadOnlyList<string> Marks)
{
    public const string Language = "sh";

    /// <summary>On the reader's machine, where `up` runs everything.</summary>
    const string Local = "local";

    /// <summary>On the server, after `ssh root@…`.</summary>
    const string Server = "server";

    /// <summary>The reader fills in his own: `export NAME=value` lines, and nothing else.</summary>
    const string Values = "values";

    /// <summary>Goes on until the reader stops it with Ctrl-C.</summary>
    const string CtrlC = "ctrl-c";

    /// <summary>`exit=10`: how the last command is supposed to end.</summary>
    const string Exit = "exit=";

    /// <summary>Needs the internet, a real GitHub, a server with systemd, or several servers (the suite Swarm has them); or is what runs all tests. No test runs it.</summary>
    static readonly string[] Outside = ["internet", "github", "systemd", "swarm", "ci"];

    public static IReadOnlyList<string> KnownMarks => [Local, Server, Values, CtrlC, $"{Exit}N", .. Outside];

    public bool IsRun => !HasValues && !Marks.Intersect(Outside).Any();

    public bool IsLocal => Marks.Contains(Local);

    public bool IsOnServer => Marks.Contains(Server);

    public bool HasValues => Marks.Contains(Values);

    public bool EndsWithCtrlC => Marks.Contains(CtrlC);

    public int ExitCode =>
        Marks.FirstOrDefault(IsExit) is { } mark ? int.Parse(mark[Exit.Length..], CultureInfo.InvariantCulture) : 0;

    public IEnumerable<string> UnknownMarks => Marks.Where(mark => !KnownMarks.Contains(mark) && !IsExit(mark));

    /// <summary>What a block of values gives a value to.</summary>
    public IEnumerable<string> Names => Lines.SelectMany(line => Name().Matches(line)).Select(match => match.Value);

    /// <summary>Without empty ones, and without those that are a comment.</summary>
    public IEnumerable<string> Lines =>
        Text.Split('\n').Where(line => line.Trim() is { Length: > 0 } text && !text.StartsWith('#'));

    public override string ToString() => Place;

    internal static Fence Read(string path, FencedCodeBlock block) =>
        new(
            $"{path}:{block.Line + 1}",
            block.Lines.ToString(),
            (block.Arguments ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
        );

    [GeneratedRegex(@"(?<= )[A-Z][A-Z0-9_]*(?==)")]
    private static partial Regex Name();

    static bool IsExit(string mark) =>
        mark.StartsWith(Exit, StringComparison.Ordinal) && int.TryParse(mark[Exit.Length..], out _);
}
