namespace Benevoclic.Cli.Deploying.RollingBack;

/// <summary>Chooses the releases to go back to. Pure.</summary>
static class RollbackChoice
{
    /// <param name="service">The service.</param>
    /// <param name="wanted">The release that was named, or null for the last good one before the current.</param>
    /// <param name="onHost">The releases on the host.</param>
    /// <param name="facts">What the host says.</param>
    /// <exception cref="CommandException">There is none to go back to, or the named one is unknown, current or bad.</exception>
    public static Release For(string service, string? wanted, HostReleases onHost, HostFacts facts)
    {
        var current = Current(service, facts) ?? throw None(service, "was never deployed here");
        return wanted is null
            ? Before(current, onHost) ?? throw None(service, $"has no good release before {current.Id}")
            : Named(service, wanted, current, onHost);
    }

    /// <summary>Every service that the last deploy changed, in the order in which they go back: those that started last first.</summary>
    /// <param name="known">The services of the checkout, in the order in which they start.</param>
    /// <param name="onHost">The releases on the host.</param>
    /// <param name="facts">What the host says.</param>
    /// <exception cref="CommandException">Nothing was ever deployed, or none of them has a release to go back to.</exception>
    public static IReadOnlyList<WayBack> ForLastAct(IReadOnlyList<string> known, HostReleases onHost, HostFacts facts)
    {
        var changed = onHost.LastAct.Select(entry => entry.Service).Distinct().ToList();
        if (changed.Count == 0)
        {
            throw new CommandException(ExitCode.Failed, "Nothing was ever deployed here, so there is nothing to undo.");
        }
        IReadOnlyList<WayBack> ways =
        [
            .. known.Reverse().Where(changed.Contains).Select(service => Last(service, onHost, facts)),
            .. changed.Except(known).Select(service => new WayBack(service, null, "it is not a folder of stack/ here")),
        ];
        return ways.Any(way => way.To is not null)
            ? ways
            : throw new CommandException(
                ExitCode.Failed,
                $"The last deploy cannot be taken back: {string.Join("; ", ways.Select(way => $"{way.Service}: {way.Why}"))}.",
                "See what there is with: ./benevoclic releases"
            );
    }

    static WayBack Last(string service, HostReleases onHost, HostFacts facts) =>
        Current(service, facts) is not { } current ? new WayBack(service, null, "it is not here any more")
        : Before(current, onHost) is { } before ? new WayBack(service, before)
        : new WayBack(service, null, $"it has no good release before {current.Id}");

    static Release? Current(string service, HostFacts facts) => facts.Services.GetValueOrDefault(service)?.Last;

    static Release? Before(Release current, HostReleases onHost) =>
        onHost
            .Of(current.Service)
            .LastOrDefault(release => string.CompareOrdinal(release.Id, current.Id) < 0 && onHost.IsGood(release));

    static Release Named(string service, string wanted, Release current, HostReleases onHost)
    {
        var found = onHost.Of(service).FirstOrDefault(release => release.Id == wanted);
        return found switch
        {
            null => throw new CommandException(
                ExitCode.Usage,
                $"There is no release \"{wanted}\" of {service} on the host: {Config.Nearest.Hint(wanted, [.. onHost.Of(service).Select(release => release.Id)])}",
                "See them with: ./benevoclic releases"
            ),
            _ when found.Id == current.Id => throw new CommandException(
                ExitCode.Usage,
                $"{service} already runs {wanted}."
            ),
            _ when !onHost.IsGood(found) => throw new CommandException(
                ExitCode.Usage,
                $"{wanted} of {service} never served well: it was undone, or never committed.",
                "Choose another of: ./benevoclic releases"
            ),
            _ => found,
        };
    }

    static CommandException None(string service, string why) =>
        new(ExitCode.Failed, $"{service} {why}.", "See what there is with: ./benevoclic releases");
}
