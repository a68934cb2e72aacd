using System.Text.RegularExpressions;

namespace Benevoclic.Cli.Stack;

/// <summary>Where a configuration file says that a secret lies: <c>key_file: /run/secrets/NAME</c>.</summary>
static partial class SecretFiles
{
    /// <summary>
    /// Nobody listens there: what stands for an address that is not set, or is none. Who needs it says what is wrong with it; a program
    /// that would only refuse its whole file must not stay down for it.
    /// </summary>
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
                        ? $"{entry.Groups["key"].Value}: {Quoted(IsUsable(entry.Groups["key"].Value, secret) ? secret : Nowhere)}"
                        : entry.Value
            );

    static bool IsUsable(string key, string secret) =>
        secret.Length > 0
        && (
            !key.EndsWith("url", StringComparison.Ordinal)
            || (
                Uri.TryCreate(secret, UriKind.Absolute, out var address)
                && address is { Scheme: "http" or "https", Host.Length: > 0 }
            )
        );

    static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    [GeneratedRegex(@"\b(?<key>\w+)_file: */run/secrets/(?<name>\w+)")]
    private static partial Regex Entry();
}
