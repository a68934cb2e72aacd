using Benevoclic.Api.Tests.Frame;
using Benevoclic.Harness;

[assembly: AssemblyFixture(typeof(SharedEmulator))]

namespace Benevoclic.Api.Tests.Frame;

/// <summary>One emulator of Firebase for all tests, started by the first that needs it. Each test uses emails of its own.</summary>
public sealed class SharedEmulator : IDisposable
{
    static readonly Lazy<Task<FirebaseEmulator>> Running = new(FirebaseEmulator.StartAsync);

    internal static Task<FirebaseEmulator> GetAsync() => Running.Value;

    /// <summary>The fixture that the runner made ends the emulator that a test has started.</summary>
    public void Dispose()
    {
        if (Running is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            Running.Value.GetAwaiter().GetResult().Dispose();
    }
}
