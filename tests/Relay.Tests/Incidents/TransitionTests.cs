using Benevoclic.Relay.Incidents;
using Benevoclic.Relay.Tests.Harness;

namespace Benevoclic.Relay.Tests.Incidents;

public sealed class TransitionTests
{
    static readonly DateTimeOffset Start = DateTimeOffset.Parse("2026-11-22T02:00:00Z", null);
    static readonly AnAlert Alert = new("ServerDown") { StartsAt = "2026-11-22T02:00:00Z" };
    static readonly Sighting Well = new(Doubt.None);

    [Fact]
    public void The_first_firing_opens_and_posts_a_card()
    {
        var opened = Transition.Fires(null, Alert.Parsed, Start)!;

        Assert.Equal((Phase.Open, "opened"), (opened.Next.Phase, opened.What));
        Assert.Equal([Telling.Card], opened.Tell);
    }

    [Theory]
    [InlineData("Open", null, "")]
    [InlineData("Recovering", "Open", "")]
    [InlineData("Unknown", "Open", "Update")]
    public void Firing_again_goes_on_with_the_same_incident(string phase, string? next, string tell)
    {
        var outcome = Transition.Fires(Lasting(Enum.Parse<Phase>(phase)), Alert.Parsed, At(60));

        Assert.Equal(next, outcome?.Next.Phase.ToString());
        Assert.Equal(tell, Words(outcome));
    }

    [Theory]
    [InlineData("Open", "Recovering")]
    [InlineData("Recovering", null)]
    [InlineData("Unknown", null)]
    [InlineData("Closed", null)]
    public void Resolved_is_a_reason_to_look_and_nothing_to_tell(string phase, string? next)
    {
        var outcome = Transition.SaidOver(Lasting(Enum.Parse<Phase>(phase)), At(30), At(31));

        Assert.Equal(next, outcome?.Next.Phase.ToString());
        Assert.Equal("", Words(outcome));
    }

    [Fact]
    public void The_end_of_what_never_began_is_nothing() => Assert.Null(Transition.SaidOver(null, At(30), At(31)));

    [Theory]
    [InlineData("Open", null, "")]
    [InlineData("Recovering", "Closed", "Update Ended")]
    [InlineData("Unknown", "Closed", "Update Ended")]
    [InlineData("Closed", null, "")]
    public void Only_what_was_seen_is_over(string phase, string? next, string tell)
    {
        var outcome = Transition.Seen(Lasting(Enum.Parse<Phase>(phase)), Well, At(40));

        Assert.Equal(next, outcome?.Next.Phase.ToString());
        Assert.Equal(tell, Words(outcome));
    }

    [Theory]
    [InlineData(9, null)]
    [InlineData(10, "Unknown")]
    public void A_doubt_is_shown_after_ten_seconds(int seconds, string? next) =>
        Assert.Equal(
            next,
            Transition.NotSeen(Lasting(Phase.Recovering), Doubt.TargetGone, At(30 + seconds))?.Next.Phase.ToString()
        );

    [Fact]
    public void The_same_doubt_is_shown_once_and_another_one_again()
    {
        var doubted = Lasting(Phase.Unknown) with { Doubt = Doubt.TargetGone };

        Assert.Null(Transition.NotSeen(doubted, Doubt.TargetGone, At(100)));
        Assert.Equal("Update", Words(Transition.NotSeen(doubted, Doubt.PrometheusSilent, At(100))));
    }

    [Theory]
    // It began before the end that was seen: an echo, until it lasts longer than Alertmanager repeats.
    [InlineData(0, 5, false, "")]
    [InlineData(0, 359, false, "")]
    [InlineData(0, 360, false, "Card")]
    [InlineData(0, 5, true, "Update Relapse")]
    [InlineData(45, 5, false, "Update Relapse")]
    [InlineData(45, 299, false, "Update Relapse")]
    [InlineData(45, 300, false, "Card")]
    public void After_its_end_it_is_an_echo_a_relapse_or_a_new_incident(
        int startsAt,
        int later,
        bool isConfirmed,
        string tell
    )
    {
        var closed = Transition.Seen(Lasting(Phase.Recovering), Well, At(40))!.Next;
        var again = Alert.Parsed with { StartsAt = At(startsAt) };

        var outcome = Transition.Fires(closed, again, At(40 + later), isConfirmed: isConfirmed);

        Assert.Equal(tell, Words(outcome));
    }

    [Theory]
    [InlineData(2, 5, "Update Ended")]
    [InlineData(3, 5, "")]
    [InlineData(3, 119, "")]
    [InlineData(3, 120, "Update Ended")]
    public void What_comes_back_again_and_again_must_be_calm_before_it_is_over(int relapses, int calm, string tell)
    {
        var swinging = Lasting(Phase.Recovering) with { Relapses = relapses };

        Assert.Equal(tell, Words(Transition.Seen(swinging, Well, At(30 + calm))));
    }

    [Fact]
    public void The_given_end_counts_unless_the_relay_goes_to_look_or_was_blind()
    {
        var cpu = new AnAlert("HighCpu") { StartsAt = Alert.StartsAt };
        var said = Transition.SaidOver(Lasting(Phase.Open) with { Alert = cpu.Parsed }, At(25), At(31))!.Next;

        Assert.Equal(At(25), Transition.Seen(said, Well, At(40))!.Next.EndsAt);
        Assert.Equal(At(40), Transition.Seen(said with { Phase = Phase.Unknown }, Well, At(40))!.Next.EndsAt);
        Assert.Equal(At(40), Transition.Seen(said with { Alert = Alert.Parsed }, Well, At(40))!.Next.EndsAt);
    }

    [Fact]
    public void Within_a_deploy_the_end_is_only_an_edit_and_past_its_limit_a_cry()
    {
        var expected = Lasting(Phase.Open).InDeploy("api", "r2", isInside: true);

        Assert.Null(Transition.Overdue(expected, At(29)));
        Assert.Equal("Update Overdue", Words(Transition.Overdue(expected, At(30))));
        Assert.Null(Transition.Overdue(Transition.Overdue(expected, At(30))!.Next, At(31)));
        Assert.Equal("Update", Words(Transition.Seen(expected with { Phase = Phase.Recovering }, Well, At(20))));
    }

    static Incident Lasting(Phase phase) =>
        new()
        {
            Alert = Alert.Parsed,
            HeardAt = At(4),
            Phase = phase,
            SaidOverAt = phase == Phase.Open ? null : At(30),
            ClosedAt = phase == Phase.Closed ? At(40) : null,
            EndsAt = phase == Phase.Closed ? At(40) : null,
        };

    static DateTimeOffset At(int seconds) => Start.AddSeconds(seconds);

    static string Words(Outcome? outcome) => string.Join(' ', outcome?.Tell ?? []);
}
