namespace Benevoclic.Cli.Config;

/// <summary>Reads environment variables; an empty one counts as not set, and blanks around it or its line's end as pasted with it.</summary>
sealed class VariableReader(IReadOnlyDictionary<string, string> environment, Problems problems)
{
    public string? Text(string name) => Of(environment, name);

    public static string? Of(IReadOnlyDictionary<string, string> environment, string name) =>
        environment.GetValueOrDefault(name)?.Trim() is { Length: > 0 } text ? text : null;

    public int? Number(string name, int min, int max)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }
        if (WholeNumber.Parse(text, min, max) is { } number)
        {
            return number;
        }
        problems.Add($"variable {name}", $"should be a number between {min} and {max}, found \"{text}\"");
        return null;
    }
}
