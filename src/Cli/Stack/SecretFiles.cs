using System.Text.RegularExpressions;

namespace Benevoclic.Cli.Stack;

/// <summary>Where a configuration file says that a secret lies: <c>key_file: /run/secrets/NAME</c>.</summary>
static partial class SecretFiles
{
    /// <summary>Nobody listens there: what stands for an address that is not set.</summary>
    const string Nowhere = "http://127.0.0.1:1/";

    public static bool Has(string text) => Entry().IsMatch(text);

    /// <summary>As <c>key: 'value'</c>, which older programs understand too.</summary>
    /// <param name="text">A YAML file.</param>
    /// <param name="value">A secret by its name; null: that is none of ours, and stays as it is.</param>
    public static string PutIn(string text, Func<string, string?> value) =>
        Entry()
            .Replace(
                text,
                entry =>
                    value(entry.Groups["name"].Value) is { } secret
                        ? $"{entry.Groups["key"].Value}: {Quoted(secret.Length > 0 ? secret : Nowhere)}"
                        : entry.Value
            );

    static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    [GeneratedRegex(@"\b(?<key>\w+)_file: */run/secrets/(?<name>\w+)")]
    private static partial Regex Entry();
}
