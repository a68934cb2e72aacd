using Benevoclic.Relay.Hosting;

namespace Benevoclic.Relay.Journaling;

static class JournalSetup
{
    public static void AddJournal(this IServiceCollection services, RelaySettings settings)
    {
        services.AddSingleton(with => new Journal(settings.Data, with.GetRequiredService<TimeProvider>().GetUtcNow()));
        services.AddHostedService<Pruning>();
    }
}
