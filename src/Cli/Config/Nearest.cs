namespace Benevoclic.Cli.Config;

/// <summary>Finds the word that somebody probably meant.</summary>
static class Nearest
{
    /// <summary>A sentence to put after an unknown word: the nearest known one, or all of them when none is near.</summary>
    public static string Hint(string found, IReadOnlyCollection<string> known)
    {
        var best = known
            .Select(word => (word, distance: Distance(found, word)))
            .OrderBy(pair => pair.distance)
            .FirstOrDefault();
        return best.word is null ? "there is none to choose from"
            : best.distance <= Math.Max(2, found.Length / 3) ? $"did you mean {best.word}?"
            : $"known are {string.Join(", ", known.Distinct().Order(StringComparer.Ordinal))}";
    }

    /// <summary>Levenshtein's edit distance, without regard to case.</summary>
    public static int Distance(string a, string b)
    {
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        foreach (var (i, left) in a.Index())
        {
            var current = new int[b.Length + 1];
            current[0] = i + 1;
            foreach (var (j, right) in b.Index())
            {
                var substitution = previous[j] + (char.ToLowerInvariant(left) == char.ToLowerInvariant(right) ? 0 : 1);
                current[j + 1] = Math.Min(Math.Min(current[j], previous[j + 1]) + 1, substitution);
            }
            previous = current;
        }
        return previous[^1];
    }
}
