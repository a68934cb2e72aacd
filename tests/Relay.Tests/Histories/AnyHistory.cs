using Benevoclic.Relay.Discord;
using Benevoclic.Relay.Incidents;
using CsCheck;

namespace Benevoclic.Relay.Tests.Histories;

/// <summary>Whatever happens, in whatever order: the incidents are what the model says, and the channel tells them, once each.</summary>
public sealed class AnyHistory
{
    [Fact]
    public Task Loses_nothing_says_nothing_twice_and_tells_what_is() =>
        Happening.Histories.SampleAsync(
            async history =>
            {
                await using var run = new HistoryRun();
                foreach (var happening in history)
                    await run.TakeAsync(happening);
                await run.DrainAsync();

                run.IncidentsAreThoseOfTheModel();
                foreach (var incident in run.Core.Incidents)
                    IsTold(incident, run.Core.Channel);
                Assert.All(run.Core.Channel, post => IsNoSilentRepeat(post, run.Core.Channel));
            },
            iter: 150,
            threads: 2
        );

    static void IsTold(Incident incident, IReadOnlyList<Post> channel)
    {
        var about = channel.Where(post => post.Incidents.Contains(incident.Id)).ToList();
        var known = about.Where(post => post.Number is not null).ToList();
        // One card, by which it is told to the end.
        var card = Assert.Single(known, post => post.IsBeginning);
        Assert.Equal(incident.Message, card.Number);
        Assert.Equal(ColourOf(incident), card.Card.Colour);
        // Then ends and relapses by turns, and the last of them is what is.
        Assert.All(known.Zip(known.Skip(1)), pair => Assert.NotEqual(pair.First.IsEnd, pair.Second.IsEnd));
        Assert.Equal(incident.IsClosed, known[^1].IsEnd);
    }

    /// <summary>What was sent a second time because the relay was killed says so; nothing else comes a second time.</summary>
    static void IsNoSilentRepeat(Post post, IReadOnlyList<Post> channel)
    {
        var before = channel.TakeWhile(other => other != post).Where(other => other.Row == post.Row).ToList();
        Assert.All(before, other => Assert.Null(other.Number));
        Assert.True(before.Count == 0 || post.IsMarked);
    }

    static Colour ColourOf(Incident incident) =>
        incident switch
        {
            { Phase: Phase.Unknown } => Colour.Grey,
            { IsClosed: true } => Colour.Green,
            { Alert.Name: "ServerDown" } => Colour.Red,
            _ => Colour.Orange,
        };
}
