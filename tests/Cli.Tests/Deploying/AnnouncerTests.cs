using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Deploying.Announcing;
using Benevoclic.Cli.Remote;

namespace Benevoclic.Cli.Tests.Deploying;

public sealed class AnnouncerTests
{
    [Fact]
    public async Task What_happens_is_told_in_order_to_the_exit_of_the_alert_path()
    {
        var shell = new ScriptedShell((_, _) => new CommandOutcome(0, "", ""));

        await using (var announcer = Of(shell))
        {
            announcer.Tell(News("started"));
            announcer.Tell(News("committed"));
        }

        Assert.Equal(2, shell.RoundTrips);
        var words = shell.Asked[0].ToString();
        Assert.StartsWith("bash -s -- /opt/it relay 8080 '{\"deploy\":\"d1\",", words, StringComparison.Ordinal);
        Assert.Contains("\"state\":\"started\"", words, StringComparison.Ordinal);
        Assert.Contains("\"state\":\"committed\"", shell.Asked[1].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_is_lost_meanwhile_is_nothing_to_the_announcer()
    {
        var shell = new ScriptedShell((_, _) => throw new HostLostException("gone", new IOException()));

        await using var announcer = Of(shell);
        announcer.Tell(News("started"));
        announcer.Tell(News("undone"));
    }

    [Fact]
    public async Task Where_nobody_hands_alerts_to_people_nothing_is_told()
    {
        var shell = new ScriptedShell((_, _) => new CommandOutcome(0, "", ""));

        await using (var announcer = Announcer.To(null, shell, new HostFolder("/opt/it")))
        {
            announcer.Tell(News("started"));
        }

        Assert.Equal(0, shell.RoundTrips);
    }

    static Announcer Of(ScriptedShell shell) => new(shell, new HostFolder("/opt/it"), AService.Named("relay"));

    static DeployNews News(string state) =>
        new("d1", "api", "r2", state, "r1", "zoe", false, 90, null, DateTimeOffset.UnixEpoch);
}
