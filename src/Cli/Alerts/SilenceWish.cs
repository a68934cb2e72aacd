using Benevoclic.Cli.Config;
using Benevoclic.Cli.Proofs;

namespace Benevoclic.Cli.Alerts;

/// <summary>What somebody who wants quiet typed, understood.</summary>
sealed record SilenceWish(IReadOnlyList<SilenceMatcher> Matchers, TimeSpan For, string Reason)
{
    /// <summary>What is to be quiet for longer is a rule to change.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>What its rule gives it.</summary>
    static readonly Dictionary<string, string> WatchdogsOwn = new()
    {
        ["alertname"] = ActiveAlert.Watchdog,
        ["job"] = "prometheus",
        ["severity"] = "none",
    };

    /// <exception cref="CommandException">Something is wrong; all of it is said.</exception>
    public static SilenceWish Parse(IReadOnlyList<string> matchers, string time, string reason)
    {
        var problems = new List<string>();
        var wish = new SilenceWish(
            [.. matchers.Select(text => Matched(text, problems)).OfType<SilenceMatcher>()],
            Duration(time, problems),
            reason.Trim()
        );
        if (wish.Reason.Length == 0)
        {
            problems.Add("--reason should say why; whoever misses the alert reads it");
        }
        return problems.Count == 0 ? wish : throw new CommandException(ExitCode.Usage, string.Join('\n', problems));
    }

    /// <summary>A name that no rule has would silence nothing, for as long as somebody believes in it.</summary>
    /// <param name="known">The names of all rules.</param>
    /// <exception cref="CommandException">There is no such alert.</exception>
    public void RefuseUnknown(IReadOnlyCollection<string> known)
    {
        var unknown = Matchers.FirstOrDefault(matcher =>
            matcher is { Name: "alertname", IsRegex: false, IsEqual: true } && !known.Contains(matcher.Value)
        );
        if (unknown is not null)
        {
            throw new CommandException(
                ExitCode.Usage,
                $"There is no alert \"{unknown.Value}\": {Nearest.Hint(unknown.Value, known)}"
            );
        }
    }

    /// <summary>Also when it has not arrived yet, in the first minute of Prometheus.</summary>
    /// <exception cref="CommandException">It would mute Watchdog.</exception>
    public void RefuseWatchdog(IReadOnlyList<ActiveAlert> alerts)
    {
        var watchdog = alerts.FirstOrDefault(alert => alert.Name == ActiveAlert.Watchdog)?.Labels ?? WatchdogsOwn;
        if (Matchers.All(one => one.Fits(watchdog)))
        {
            throw new CommandException(
                ExitCode.Usage,
                $"That would also silence {ActiveAlert.Watchdog}, the proof that alerts still arrive: the relay would report them as lost.",
                "Name the alerts that should be quiet."
            );
        }
    }

    static SilenceMatcher? Matched(string text, List<string> problems)
    {
        try
        {
            return SilenceMatcher.Parse(text);
        }
        catch (FormatException e)
        {
            problems.Add(e.Message);
            return null;
        }
    }

    static TimeSpan Duration(string text, List<string> problems)
    {
        if (PromDuration.Parse(text) is { } seconds and >= 60 && seconds <= Longest.TotalSeconds)
        {
            return TimeSpan.FromSeconds(seconds);
        }
        problems.Add($"--for should be between 1m and {Longest.TotalDays:0}d (such as 30m, 2h, 1d), found \"{text}\"");
        return default;
    }
}
