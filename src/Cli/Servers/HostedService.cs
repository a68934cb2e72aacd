namespace Benevoclic.Cli.Servers;

/// <summary>A service on a host.</summary>
/// <param name="Name">The service.</param>
/// <param name="State">How it does.</param>
/// <param name="Release">The release whose container it is; null when it was not us who made it.</param>
/// <param name="Since">When its container was started.</param>
/// <param name="Restarts">How often the engine had to start it again.</param>
/// <param name="Cpu">As <c>docker stats</c> writes it, such as <c>1.27%</c>.</param>
/// <param name="Memory">Used and allowed, such as <c>71.2MiB / 512MiB</c>.</param>
/// <param name="Address">Where people reach it.</param>
/// <param name="Detail">Why it is not healthy.</param>
sealed record HostedService(
    string Name,
    HostedState State,
    string? Release,
    DateTimeOffset? Since,
    int Restarts,
    string? Cpu,
    string? Memory,
    string? Address,
    string? Detail
)
{
    public static HostedService Of(string name, string? address, ILookup<string, string[]> facts)
    {
        var container = Fact(facts["container"], name);
        var answer = Fact(facts["probe"], name)?[1];
        var stats = Fact(facts["stats"], $"benevoclic-{name}");
        var state = StateOf(container?[1], answer, Fact(facts["deployed"], name) is not null);
        return new HostedService(
            name,
            state,
            container?[5] is { Length: > 0 } release ? release : null,
            container is [_, "running", var since, ..]
                ? DateTimeOffset.Parse(since, System.Globalization.CultureInfo.InvariantCulture)
                : null,
            container is null ? 0 : int.Parse(container[3], System.Globalization.CultureInfo.InvariantCulture),
            stats?[1],
            stats?[2],
            address,
            DetailOf(state, container, answer)
        );
    }

    static HostedState StateOf(string? container, string? answer, bool wasDeployed) =>
        (container, answer) switch
        {
            (null, _) => wasDeployed ? HostedState.Gone : HostedState.Absent,
            ("running", ['2', ..]) => HostedState.Healthy,
            ("running", _) => HostedState.Unhealthy,
            _ => HostedState.Stopped,
        };

    static string? DetailOf(HostedState state, string[]? container, string? answer) =>
        state switch
        {
            HostedState.Unhealthy => answer is null or "000" ? "does not answer" : $"its probe answers {answer}",
            HostedState.Stopped => $"{container![1]}, exit code {container[4]}",
            HostedState.Gone => "its container was removed by hand",
            _ => null,
        };

    static string[]? Fact(IEnumerable<string[]> facts, string name) => facts.FirstOrDefault(parts => parts[0] == name);
}
