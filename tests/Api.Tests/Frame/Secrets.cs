using System.Text.RegularExpressions;

namespace Benevoclic.Api.Tests.Frame;

/// <summary>
/// What no log may show. Every application that a test starts is held to it when it ends, so whatever the suite does is looked
/// through: sign-ins that fail, stores that break, requests that are rubbish.
/// </summary>
static partial class Secrets
{
    /// <summary>Passwords of the tests' people.</summary>
    static readonly string[] Passwords = ["correct horse 1", "a fresh one 2", "motdepasse"];

    public static void AssertNoneIn(IEnumerable<string> lines) => Assert.DoesNotContain(lines, IsTelling);

    public static bool IsTelling(string line) =>
        Passwords.Any(password => line.Contains(password, StringComparison.Ordinal)) || Shape().IsMatch(line);

    /// <summary>Tokens, private keys, signed links, webhooks, and addresses with a password in them.</summary>
    [GeneratedRegex(
        @"eyJ[\w-]{8,}\.[\w-]{8,}|BEGIN [A-Z ]*PRIVATE KEY|[Ss]ignature=[\w-]{20,}|/api/webhooks/\d+/|://[^/\s:@]+:[^/\s@]+@"
    )]
    private static partial Regex Shape();
}
