namespace Benevoclic.Api.Support.Discord;

static class SupportMessagesSetup
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static void AddSupportMessages(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(SupportWebhook.From(builder.Configuration));
        builder
            .Services.AddHttpClient(SupportMessages.Client, client => client.Timeout = Patience)
            // They write every address, and this address is a key.
            .RemoveAllLoggers();
        builder.Services.AddSingleton<SupportMessages>();
        builder.Services.AddHostedService(services => services.GetRequiredService<SupportMessages>());
    }
}
