using Benevoclic.Relay.Causes;
using Benevoclic.Relay.Hosting;
using Benevoclic.Relay.Neighbours;
using Benevoclic.Relay.Reconciling;
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
        services.AddNeighbours();
        services.AddHostedService<RecoveryWatch>();
        services.AddHostedService<Reconciler>();
        services.AddHostedService<Absence>();
        services.AddHostedService<CauseFinder>();
    }
}
