using Benevoclic.Cli.Watching;

namespace Benevoclic.Cli.Tests.Watching;

public sealed class WatchDecisionTests
{
    static readonly DateTimeOffset Noon = DateTimeOffset.UnixEpoch.AddHours(12);

    static readonly WatchState Well = new(true, Noon.AddDays(-1), false);

    [Fact]
    public void Nobody_is_told_that_all_is_well_who_was_told_nothing_else() =>
        Assert.Empty(WatchDecision.Of(null, new Sight(Noon, null, null)).News);

    [Fact]
    public void What_stays_as_it_is_is_not_told_again()
    {
        var down = Well with { IsUp = false };

        Assert.Empty(WatchDecision.Of(Well, new Sight(Noon, null, Noon.AddDays(60))).News);
        Assert.Empty(WatchDecision.Of(down, new Sight(Noon, "HTTP 502", null)).News);
    }

    [Fact]
    public void An_outage_is_told_at_its_begin_and_at_its_end_with_how_long_it_was()
    {
        var (begin, state) = WatchDecision.Of(null, new Sight(Noon, "HTTP 502", null));
        (_, state) = WatchDecision.Of(state, new Sight(Noon.AddMinutes(5), "HTTP 503", null));
        var (end, _) = WatchDecision.Of(state, new Sight(Noon.AddMinutes(12), null, null));

        Assert.Equal([new News.Down("HTTP 502")], begin);
        Assert.Equal([new News.Up(TimeSpan.FromMinutes(12))], end);
    }

    [Theory]
    [InlineData(15, false)]
    [InlineData(14, true)]
    [InlineData(0, true)]
    public void A_certificate_is_told_of_in_its_last_two_weeks(int days, bool told) =>
        Assert.Equal(told, WatchDecision.Of(Well, new Sight(Noon, null, Noon.AddDays(days))).News.Count == 1);

    [Fact]
    public void A_certificate_that_is_not_seen_stays_as_it_was()
    {
        var ending = Well with { IsEnding = true };

        var (news, state) = WatchDecision.Of(ending, new Sight(Noon, null, null));
        var (renewed, _) = WatchDecision.Of(state, new Sight(Noon, null, Noon.AddDays(90)));

        Assert.Empty(news);
        Assert.Equal([new News.Renewed(Noon.AddDays(90))], renewed);
    }

    [Theory]
    [InlineData(null, true, null, true)]
    [InlineData(null, false, null, null)] // Never reached: its door is closed from here.
    [InlineData(true, false, "RelayDown", false)]
    [InlineData(false, false, null, false)]
    [InlineData(false, true, "RelayUp", true)]
    [InlineData(true, null, null, true)]
    public void A_relay_that_was_reached_once_is_missed(bool? told, bool? seen, string? news, bool? after)
    {
        var (said, state) = WatchDecision.Of(Well with { IsRelayUp = told }, new Sight(Noon, null, null, seen));

        Assert.Equal(news, said.SingleOrDefault()?.GetType().Name);
        Assert.Equal(after, state.IsRelayUp);
    }

    [Fact]
    public void Where_nothing_answers_the_relay_is_no_news_of_its_own()
    {
        var (news, state) = WatchDecision.Of(Well with { IsRelayUp = true }, new Sight(Noon, "HTTP 502", null, false));

        Assert.Equal([new News.Down("HTTP 502")], news);
        Assert.True(state.IsRelayUp);
    }

    [Fact]
    public void Every_news_has_words_in_both_languages()
    {
        News[] all =
        [
            new News.Down("HTTP 502"),
            new News.Up(TimeSpan.FromMinutes(12)),
            new News.Ending(Noon, 3),
            new News.Renewed(Noon),
            new News.RelayDown(),
            new News.RelayUp(),
        ];
        var address = new Uri("https://api.example.org/health");

        foreach (var news in all)
        {
            var (french, english) = (WatchCard.Of(news, address, "fr"), WatchCard.Of(news, address, "en"));
            Assert.NotEqual(french.Title, english.Title);
            Assert.Equal(french.Colour, english.Colour);
        }
    }
}
