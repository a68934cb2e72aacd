using System.Text.RegularExpressions;
using Benevoclic.Relay.Hosting;

namespace Benevoclic.Relay.Discord;

/// <summary>The addresses made from the webhook's; each of them is as secret as the webhook itself.</summary>
sealed partial class WebhookAddress(Secret webhook)
{
    readonly Uri _address = Versioned(new Uri(webhook.Value));

    /// <summary>Loopback addresses never go through a proxy.</summary>
    public bool IsLocal => _address.IsLoopback;

    /// <summary>With wait=true Discord says whether it stored the message, and under which id.</summary>
    public Uri Post => With(_address.AbsolutePath, [.. Query().Where(part => !IsWait(part)), "wait=true"]);

    public Uri Itself => With(_address.AbsolutePath, []);

    public Uri Edit(string messageId) =>
        With(
            $"{_address.AbsolutePath.TrimEnd('/')}/messages/{Uri.EscapeDataString(messageId)}",
            Query().Where(part => !IsWait(part))
        );

    /// <summary>At Discord itself, only these paths lead to a webhook; not a channel's address, nor the form for Slack.</summary>
    public static bool IsPossible(Uri address) =>
        !IsDiscord(address.Host) || WebhookPath().IsMatch(address.AbsolutePath);

    Uri With(string path, IEnumerable<string> query) =>
        new UriBuilder(_address) { Path = path, Query = string.Join('&', query) }.Uri;

    string[] Query() => _address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);

    static bool IsWait(string part) => part == "wait" || part.StartsWith("wait=", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Discord hands out addresses without a version, which means version 6: old, and with waits in milliseconds.
    /// </summary>
    static Uri Versioned(Uri address) =>
        IsDiscord(address.Host) && address.AbsolutePath.StartsWith("/api/webhooks/", StringComparison.Ordinal)
            ? new UriBuilder(address) { Path = "/api/v10" + address.AbsolutePath["/api".Length..] }.Uri
            : address;

    static bool IsDiscord(string host) =>
        host is "discord.com" or "discordapp.com"
        || host.EndsWith(".discord.com", StringComparison.Ordinal)
        || host.EndsWith(".discordapp.com", StringComparison.Ordinal);

    [GeneratedRegex(@"^/api/(v\d+/)?webhooks/\d+/[^/]+/?$")]
    private static partial Regex WebhookPath();
}
