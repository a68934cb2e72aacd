using Benevoclic.Relay.Hosting;
using Benevoclic.Relay.Texts;

namespace Benevoclic.Relay.Incidents;

static class IncidentsSetup
{
    public static void AddIncidents(this IServiceCollection services, RelaySettings settings)
    {
        services.AddSingleton(Language.Of(settings.Locale));
        services.AddSingleton(new CardWriter(Language.Of(settings.Locale), settings.Links));
        services.AddSingleton<PathTests>();
        services.AddSingleton<IncidentBook>();
        services.AddSingleton<RecoveryCheck>();
        services.AddHostedService<RecoveryWatch>();
        services
            .AddHttpClient(
                RecoveryCheck.Probe,
                client =>
                {
                    client.Timeout = TimeSpan.FromSeconds(2);
                    client.MaxResponseContentBufferSize = 1024 * 1024;
                }
            )
            // Prometheus and the API are our neighbours: a company's proxy is not on the way to them.
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }
            )
            .RemoveAllLoggers();
    }
}
