namespace Benevoclic.EndToEnd.Relay.Faults;

/// <summary>A row of the fault table.</summary>
/// <param name="Name">As people read it.</param>
/// <param name="Messages">All that the channel shows in the end, in order, as it reads then.</param>
sealed record Fault(string Name, IReadOnlyList<string> Messages, Func<Story, Task> HappensAsync)
{
    /// <summary>What is different in Alertmanager's configuration.</summary>
    public Func<string, string> Configuration { get; init; } = text => text;

    /// <summary>It waits for a minute or so: the first to begin, so that the others run beside it.</summary>
    public bool IsLong { get; init; }

    /// <summary>The relay runs on a clock that <see cref="Story.StepClock"/> sets.</summary>
    public bool HasOwnClock { get; init; }

    /// <summary>Where it cannot be a list of exactly these messages.</summary>
    public Func<Story, Task> EndsAsync
    {
        get => field ?? (story => story.ChannelIsAsync(Messages));
        init;
    }
}
