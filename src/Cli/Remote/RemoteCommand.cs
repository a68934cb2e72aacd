namespace Benevoclic.Cli.Remote;

/// <summary>
/// A command for a host, as a value: built in one place, quoted here, run by an <see cref="IShell"/>.
/// </summary>
/// <remarks>Words are seen by everybody on the host (ps): secrets belong into <see cref="Input"/>.</remarks>
sealed record RemoteCommand(params IReadOnlyList<string> Words)
{
    /// <summary>What goes to its standard input; empty when it reads none.</summary>
    public ReadOnlyMemory<byte> Input { get; init; }

    /// <summary>The same, which does not end before its input has, whatever it reads of it.</summary>
    public RemoteCommand Patient() =>
        this with
        {
            Words = ["sh", "-c", $"{this}; code=$?; cat >/dev/null; exit $code"],
        };

    /// <summary>The line that a POSIX shell turns back into exactly these words.</summary>
    public override string ToString() => string.Join(' ', Words.Select(Quote));

    /// <summary>Single quotes keep everything but themselves as it is (POSIX 2.2.2).</summary>
    public static string Quote(string word) =>
        word.Length > 0 && word.All(IsPlain) ? word : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || "@%+=:,./_-".Contains(c, StringComparison.Ordinal);
}
