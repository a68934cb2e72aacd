using Benevoclic.Api.Configuration;

namespace Benevoclic.Api.Support.Discord;

/// <summary>Where the support's messages go: WEBHOOK_SUPPORT_URL. Its path is a key, so nothing prints it.</summary>
/// <param name="Address">Null: nothing is sent.</param>
sealed record SupportWebhook(Uri? Address)
{
    public static SupportWebhook From(IConfiguration configuration) =>
        new(
            Uri.TryCreate(configuration.Find(Setting.SupportWebhook), UriKind.Absolute, out var address)
                ? address
                : null
        );

    public override string ToString() => Address is null ? "not set" : "set";
}
