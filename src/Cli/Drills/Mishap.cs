using Benevoclic.Cli.Alerts;

namespace Benevoclic.Cli.Drills;

/// <summary>How the fault of one drill is made at one place.</summary>
abstract class Mishap : IAsyncDisposable
{
    /// <summary>For people, once it has happened.</summary>
    public abstract string Made { get; }

    public abstract string Mended { get; }

    /// <param name="session">Where we are.</param>
    /// <param name="monitoring">Where it happens.</param>
    /// <param name="plan">What.</param>
    /// <param name="checkout">Our files.</param>
    /// <param name="ct">Ends the preparation.</param>
    /// <exception cref="CommandException">It cannot be made there.</exception>
    public static async Task<Mishap> PrepareAsync(
        Session session,
        Monitoring monitoring,
        DrillPlan plan,
        Checkout checkout,
        CancellationToken ct
    ) =>
        plan.Name switch
        {
            "inactive" => new Idleness(monitoring, checkout),
            "disk-full" => new FullDisk(monitoring.Host?.Folder.Path ?? session.State.Path),
            DrillPlan.DiscordDown => await UnreachableDiscord.OpenAsync(session, monitoring, plan, ct),
            _ => new KilledService(session, monitoring, plan.Service!),
        };

    /// <summary>What <c>fault.sh</c> is told.</summary>
    public abstract Task<IReadOnlyList<string>> WordsAsync(CancellationToken ct);

    /// <summary>What is left to do once that has happened.</summary>
    public virtual Task BeginAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>And once it is mended.</summary>
    public virtual Task EndAsync(CancellationToken ct) => Task.CompletedTask;

    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
