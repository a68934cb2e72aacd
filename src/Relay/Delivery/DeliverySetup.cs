using System.Net.Http.Headers;
using Benevoclic.Relay.Discord;
using Benevoclic.Relay.Hosting;

namespace Benevoclic.Relay.Delivery;

static class DeliverySetup
{
    public static void AddDelivery(this IServiceCollection services, RelaySettings settings)
    {
        services.AddSingleton<Outbox>();
        if (settings.Webhook is { } webhook)
            services.AddDiscord(webhook, settings);
        else
            services.AddHostedService<LocalDelivery>();
    }

    static void AddDiscord(this IServiceCollection services, Secret webhook, RelaySettings settings)
    {
        services.AddSingleton(with => ActivatorUtilities.CreateInstance<DiscordClient>(with, webhook));
        services.AddHostedService<DeliveryWorker>();
        services
            .AddHttpClient(
                DiscordClient.Name,
                client =>
                {
                    client.Timeout = TimeSpan.FromSeconds(10);
                    client.MaxResponseContentBufferSize = 1024 * 1024;
                    // Discord wants this form, and may block what does not say who it is.
                    client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("DiscordBot", null));
                    client.DefaultRequestHeaders.UserAgent.Add(
                        new ProductInfoHeaderValue($"({settings.Links.Repository?.AbsoluteUri ?? "benevoclic"}, 1.0)")
                    );
                }
            )
            .ConfigurePrimaryHttpMessageHandler(() => Handler(new WebhookAddress(webhook)))
            // These would write the webhook's address into the log.
            .RemoveAllLoggers();
    }

    static SocketsHttpHandler Handler(WebhookAddress address) =>
        new()
        {
            UseProxy = !address.IsLocal,
            AllowAutoRedirect = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
        };
}
