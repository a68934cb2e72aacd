using Benevoclic.Api.Configuration;

namespace Benevoclic.Api.Identity.Firebase;

/// <summary>Says loudly, at every start, that identity is not real here.</summary>
sealed partial class EmulatorWarning(FirebaseSettings settings, ILogger<EmulatorWarning> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.Emulator is { } host)
            Log.Emulated(logger, Setting.FirebaseEmulator, host);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Critical,
            "{Setting} is set: accounts come from the emulator at {Host}, tokens are not signed, and whoever reaches this API can be anybody. Never for real people"
        )]
        public static partial void Emulated(ILogger logger, string setting, string host);
    }
}
