namespace Benevoclic.Cli.Deploying;

/// <summary>Chooses the release to go back to. Pure.</summary>
static class RollbackChoice
{
    /// <param name="service">The service.</param>
    /// <param name="wanted">The release that was named, or null for the last good one before the current.</param>
    /// <param name="onHost">The releases of the service that are on the host.</param>
    /// <param name="facts">What the host says.</param>
    /// <exception cref="CommandException">There is none to go back to, or the named one is unknown, current or bad.</exception>
    public static Release For(string service, string? wanted, IReadOnlyList<Release> onHost, HostFacts facts)
    {
        var current = facts.Services.GetValueOrDefault(service)?.Last ?? throw None(service, "was never deployed here");
        return wanted is null
            ? Before(current, onHost, facts) ?? throw None(service, $"has no good release before {current.Id}")
            : Named(service, wanted, current, onHost, facts);
    }

    static Release? Before(Release current, IReadOnlyList<Release> onHost, HostFacts facts) =>
        onHost
            .Where(release => string.CompareOrdinal(release.Id, current.Id) < 0 && IsGood(release, facts))
            .MaxBy(release => release.Id, StringComparer.Ordinal);

    static Release Named(string service, string wanted, Release current, IReadOnlyList<Release> onHost, HostFacts facts)
    {
        var found = onHost.FirstOrDefault(release => release.Id == wanted);
        return found switch
        {
            null => throw new CommandException(
                ExitCode.Usage,
                $"There is no release \"{wanted}\" of {service} on the host: {Config.Nearest.Hint(wanted, [.. onHost.Select(release => release.Id)])}",
                "See them with: ./benevoclic releases"
            ),
            _ when found.Id == current.Id => throw new CommandException(
                ExitCode.Usage,
                $"{service} already runs {wanted}."
            ),
            _ when !IsGood(found, facts) => throw new CommandException(
                ExitCode.Usage,
                $"{wanted} of {service} never served well: it was undone, or never committed.",
                "Choose another of: ./benevoclic releases"
            ),
            _ => found,
        };
    }

    public static bool IsGood(Release release, HostFacts facts) =>
        facts.Journal.Any(entry => Is(entry, release, DeployState.Committed))
        && !facts.IsBad(release.Service, release.Id);

    static bool Is(JournalEntry entry, Release release, DeployState state) =>
        entry.Service == release.Service && entry.Release == release.Id && entry.State == state;

    static CommandException None(string service, string why) =>
        new(ExitCode.Failed, $"{service} {why}.", "See what there is with: ./benevoclic releases");
}
