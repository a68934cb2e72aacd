using System.Text.RegularExpressions;

namespace Benevoclic.Relay.Discord;

/// <summary>Who is called when something critical happens.</summary>
sealed partial record Mention(string Text, AllowedMentions Allowed)
{
    /// <summary>Reads `role:ID` or `user:ID`, or what Discord shows for it: <c>&lt;@&amp;ID&gt;</c>, <c>&lt;@ID&gt;</c>.</summary>
    /// <returns>Null when it is neither.</returns>
    public static Mention? Parse(string text) =>
        Form().Match(text) is { Success: true } match
            ? match.Groups["role"].Success
                ? new($"<@&{match.Groups["role"].Value}>", new AllowedMentions([], Roles: [match.Groups["role"].Value]))
                : new($"<@{match.Groups["user"].Value}>", new AllowedMentions([], Users: [match.Groups["user"].Value]))
            : null;

    [GeneratedRegex(@"^(?:role:|<@&)(?<role>\d{5,25})>?$|^(?:user:|<@)(?<user>\d{5,25})>?$")]
    private static partial Regex Form();
}
