using System.Text;

namespace Benevoclic.Cli.Stack;

/// <summary>Splits a command line into words, honouring quotes and backslashes; no other feature of a shell.</summary>
static class ShellWords
{
    /// <exception cref="FormatException">A quote is not closed.</exception>
    public static IReadOnlyList<string> Split(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var (quote, started) = ('\0', false);
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == '\\' && quote != '\'' && i + 1 < line.Length)
            {
                word.Append(line[++i]);
                started = true;
            }
            else if (quote == '\0' && c is '"' or '\'')
            {
                (quote, started) = (c, true);
            }
            else if (c == quote)
            {
                quote = '\0';
            }
            else if (quote == '\0' && char.IsWhiteSpace(c))
            {
                Finish();
            }
            else
            {
                word.Append(c);
                started = true;
            }
        }
        Finish();
        return quote == '\0'
            ? words
            : throw new FormatException($"opens a quote {quote} and does not close it: {line}");

        void Finish()
        {
            if (started)
            {
                words.Add(word.ToString());
            }
            word.Clear();
            started = false;
        }
    }
}
