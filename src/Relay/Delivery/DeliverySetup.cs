using System.Net.Http.Headers;
using Benevoclic.Relay.Discord;
using Benevoclic.Relay.Hosting;

namespace Benevoclic.Relay.Delivery;

static class DeliverySetup
{
    public static void AddDelivery(this IServiceCollection services, RelaySettings settings)
    {
        Secret?[] webhooks = settings.Webhook is null ? [] : [settings.Webhook, settings.SecondWebhook];
        services.AddSingleton<Outbox>();
        services.AddSingleton<Composer>();
        services.AddSingleton(new UndeliveredFile(settings.Data));
        services.AddSingleton(with => new Roads(
            [.. webhooks.OfType<Secret>().Select((webhook, index) => NewRoad(with, webhook, index + 1))],
            with.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton<PatientJournal>();
        services.AddSingleton<Claims>();
        services.AddSingleton<Courier>();
        services.AddSingleton<Settling>();
        services.AddSingleton<MissedMessages>();
        services.AddSingleton<RoadWatch>();
        services.AddSingleton<LastResort>();
        services.AddHostedService<DeliveryWorker>();
        foreach (var (webhook, index) in webhooks.OfType<Secret>().Select((webhook, index) => (webhook, index)))
            services.AddDiscord(webhook, DiscordClient.NameOf(index + 1), settings);
    }

    static Road NewRoad(IServiceProvider with, Secret webhook, int number)
    {
        var client = ActivatorUtilities.CreateInstance<DiscordClient>(with, webhook, DiscordClient.NameOf(number));
        return new Road(number, client, with.GetRequiredService<TimeProvider>());
    }

    static void AddDiscord(this IServiceCollection services, Secret webhook, string name, RelaySettings settings) =>
        services
            .AddHttpClient(
                name,
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

    static SocketsHttpHandler Handler(WebhookAddress address) =>
        new()
        {
            UseProxy = !address.IsLocal,
            AllowAutoRedirect = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
        };
}
