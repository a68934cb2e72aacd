using Benevoclic.Api.Repeats;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Benevoclic.Api.Tests.Repeats;

/// <summary>
/// The records of the store, and how often somebody who waits has looked. He waits on the test's clock and the store answers in its own
/// time, so the clock moves only while nobody asks the store.
/// </summary>
sealed class WatchedRecords(IRequestRecords records) : IRequestRecords
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    // Who has looked and does not wait yet misses the time that passes now. He gets it again, not so soon that it uses up his patience.
    const int CallsUntilAgain = 20;

    int _asking;
    int _looks;
    int _passedAt = -1;
    int _callsSince;

    public int Looks => Volatile.Read(ref _looks);

    /// <summary>Puts it before the store that the application has chosen.</summary>
    public static void Watch(WebApplicationBuilder builder)
    {
        var chosen = builder.Services.Last(service => service.ServiceType == typeof(IRequestRecords));
        builder.Services.AddSingleton<IRequestRecords>(services => new WatchedRecords(
            (IRequestRecords)ActivatorUtilities.CreateInstance(services, chosen.ImplementationType!)
        ));
    }

    /// <summary>The time of one pause, once after each look.</summary>
    public void LetPass(FakeTimeProvider clock)
    {
        if (Volatile.Read(ref _asking) > 0 || (Looks == _passedAt && ++_callsSince < CallsUntilAgain))
            return;
        (_passedAt, _callsSince) = (Looks, 0);
        clock.Advance(Pause);
    }

    public Task<bool> BeginAsync(RequestRecord request, CancellationToken ct) =>
        AskAsync(() => records.BeginAsync(request, ct));

    public async Task<RequestRecord?> FindAsync(string key, CancellationToken ct)
    {
        var found = await AskAsync(() => records.FindAsync(key, ct));
        Interlocked.Increment(ref _looks);
        return found;
    }

    public Task<bool> TakeOverAsync(RequestRecord abandoned, RequestRecord request, CancellationToken ct) =>
        AskAsync(() => records.TakeOverAsync(abandoned, request, ct));

    public Task KeepAsync(string key, KeptAnswer answer, CancellationToken ct) => records.KeepAsync(key, answer, ct);

    public Task LetGoAsync(RequestRecord run, CancellationToken ct) => records.LetGoAsync(run, ct);

    async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        Interlocked.Increment(ref _asking);
        try
        {
            return await ask();
        }
        finally
        {
            Interlocked.Decrement(ref _asking);
        }
    }
}
