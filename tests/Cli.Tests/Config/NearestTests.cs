using Benevoclic.Cli.Config;

namespace Benevoclic.Cli.Tests.Config;

public sealed class NearestTests
{
    static readonly string[] Known = ["relay", "prometheus", "api"];

    [Theory]
    [InlineData("relya", "did you mean relay?")]
    [InlineData("RELAY", "did you mean relay?")]
    [InlineData("promteheus", "did you mean prometheus?")]
    [InlineData("ap", "did you mean api?")]
    [InlineData("grafana-x", "known are api, prometheus, relay")]
    public void A_slip_of_the_finger_is_guessed_and_anything_else_lists_what_there_is(string found, string hint) =>
        Assert.Equal(hint, Nearest.Hint(found, Known));

    [Fact]
    public void Where_nothing_is_known_it_says_so() =>
        Assert.Equal("there is none to choose from", Nearest.Hint("x", []));

    [Fact]
    public void A_word_that_is_known_twice_is_named_once() =>
        Assert.Equal("known are alpha, beta", Nearest.Hint("zzzzzz", ["beta", "alpha", "beta"]));

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("abc", "", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("Same", "sAME", 0)]
    public void The_distance_counts_edits(string a, string b, int distance) =>
        Assert.Equal(distance, Nearest.Distance(a, b));
}
