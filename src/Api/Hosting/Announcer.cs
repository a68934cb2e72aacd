using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Benevoclic.Api.Hosting;

/// <summary>Says where the API listens: people and tools read that line when the port was left to the system.</summary>
sealed partial class Announcer(
    IHostApplicationLifetime lifetime,
    IServer server,
    Release release,
    ILogger<Announcer> logger
) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(SayWhere);
        lifetime.ApplicationStopping.Register(() => Log.Draining(logger));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    void SayWhere()
    {
        var addresses = string.Join(' ', server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses);
        if (release.IsNamed)
            Log.ListeningAs(logger, addresses, release.Id);
        else
            Log.Listening(logger, addresses);
    }

    static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Listening on {Addresses}")]
        public static partial void Listening(ILogger logger, string addresses);

        [LoggerMessage(2, LogLevel.Information, "Listening on {Addresses} as release {Release}")]
        public static partial void ListeningAs(ILogger logger, string addresses, string release);

        [LoggerMessage(3, LogLevel.Information, "Draining: requests under way finish, new ones are refused")]
        public static partial void Draining(ILogger logger);
    }
}
